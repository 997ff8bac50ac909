/** A value as a message quotes it: more of it than `most` characters says nothing. */
export const shortened = (value: string, most = 80): string =>
  value.length > most ? `${value.slice(0, most - 1)}…` : value;

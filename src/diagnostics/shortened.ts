/** What an icon says as a message quotes it: more of it than `most` characters tells nobody more. */
export const shortened = (value: string, most: number = 80): string =>
  value.length > most ? `${value.slice(0, most - 1)}…` : value;

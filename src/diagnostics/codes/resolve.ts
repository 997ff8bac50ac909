export const resolveMessages = {} as const;

export const lowerMessages = {} as const;

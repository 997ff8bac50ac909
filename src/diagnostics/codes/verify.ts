export const verifyMessages = {} as const;

export const emitMessages = {} as const;

export const repairMessages = {} as const;

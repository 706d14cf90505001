export const softphone = {}

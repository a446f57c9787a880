/** Where a person's phone number is sealed; a value copied elsewhere does not open. */
export const phonePlace = (personId: string): string => `person:${personId}:phone`;

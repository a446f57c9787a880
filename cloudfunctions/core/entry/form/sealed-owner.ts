import type { Owner } from '../../forms/sealed-values';

/** An entry as the owner of sealed values; the kind is in the place of each, and never changes. */
export const sealedOwner = (entryId: string): Owner => ({ kind: 'entry', id: entryId });

export const memberPhoneField = (memberId: string): string => `member.${memberId}.phone`;

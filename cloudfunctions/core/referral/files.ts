import { referralLifecycle } from '@shared/referral/lifecycle';
import { sql } from 'kysely';
import type { FileOwner } from '../files/file-owner';

/** What a referral has of files is made here; nobody sends it any. One whose making broke off is refused as what never came. */
export const referralFiles: FileOwner = {
  kind: referralLifecycle.name,
  lock: (id) => sql`select from referral where id = ${id} for update`,
  slot: async () => ({ code: 'pack', zh: '材料包', hintZh: '', kinds: [], maxBytes: 0 }),
  admits: async () => 'hidden',
  most: { begun: 0, bytes: 0, zh: '推荐' },
};

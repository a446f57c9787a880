import { sql } from 'kysely';
import { admitting, type FileOwner } from '../../../../cloudfunctions/core/files/file-owner';
import { isOpen } from '../shared/lifecycle';
import { boothSlots } from '../shared/slots';
import { asker } from '../shared/who';
import { boothOf } from './subjects';

/** Files of a booth: its asker's, while nobody has answered. */
export const boothFiles: FileOwner = {
  kind: 'booth',
  most: { begun: 20, bytes: 100 * 1024 ** 2, zh: '这个展位申请' },
  lock: (id) => sql`select from booth where id = ${id} for update`,
  slot: async (_db, _id, code) => boothSlots.find((slot) => slot.code === code) ?? null,
  admits: admitting((call, boothId) => boothOf(call, { boothId }, false), asker, isOpen),
};

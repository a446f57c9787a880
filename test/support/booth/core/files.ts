import { sql } from 'kysely';
import type { FileOwner } from '../../../../cloudfunctions/core/files/file-owner';
import { boothLifecycle } from '../shared/lifecycle';
import { boothSlots } from '../shared/slots';
import { boothsOf } from './subjects';

/** Files of a booth: its asker's, while nobody has answered. */
export const boothFiles: FileOwner = {
  kind: 'booth',
  most: { begun: 20, bytes: 100 * 1024 ** 2, zh: '这个展位申请' },
  lock: (id) => sql`select from booth where id = ${id} for update`,
  slot: async (_db, _id, code) => boothSlots.find((slot) => slot.code === code) ?? null,
  async admits(call, id, personId) {
    const [booth] = await boothsOf(call, [id]);
    if (booth?.askerId !== personId) return 'hidden';
    return boothLifecycle.states[booth.state].editable ? 'open' : 'closed';
  },
};

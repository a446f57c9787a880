import { announcementLifecycle } from '@shared/competition/announcement/lifecycle';
import { announcementSlots } from '@shared/competition/announcement/slots';
import { keepsAnnouncement } from '@shared/competition/announcement/who';
import { sql } from 'kysely';
import type { FileOwner } from '../../files/file-owner';
import { holdGrants } from '../../platform/identity';
import { announcementOf } from './subjects';

/** The attachment of an announcement: of those who keep it, while it is not published. */
export const announcementFiles: FileOwner = {
  kind: 'announcement',
  most: { begun: 20, bytes: 200 * 1024 ** 2, zh: '这个公告' },
  lock: (id) => sql`select from announcement where id = ${id} for update`,
  slot: async (_db, _id, code) => announcementSlots.find((slot) => slot.code === code) ?? null,
  async admits(call, announcementId, personId) {
    const found = await announcementOf(call, { announcementId }, false);
    const actor = { personId, grants: await holdGrants(call.db, personId, call.now) };
    if (!found || !keepsAnnouncement.decide(actor, found).ok) return 'hidden';
    return announcementLifecycle.states[found.state].editable ? 'open' : 'closed';
  },
};

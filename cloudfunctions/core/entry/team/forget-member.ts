import { sql } from 'kysely';
import { rewriteSnapshots } from '../../forms/personal';
import type { Db } from '../../platform/db';
import { forgetToldEvents } from '../../platform/outbox';
import { at } from '../../platform/schema';
import type { FrozenForm } from '../../platform/schema/forms';
import { forgetMessages } from '../../telling/personal';

/** What stands where the name of somebody stood who closed their account. */
export const leftMemberZh = '已注销的成员';

type Member = { id: string; entry_id: string; name: string };
type Submitted = FrozenForm & { members?: Array<{ name: string }> };

/** Takes one member's name and phone out of an entry of others: its row, its frozen submissions and what was told of them. */
export async function forgetMember(db: Db, { id, entry_id, name }: Member, now: number): Promise<void> {
  await db
    .updateTable('entry_member')
    .set({
      name: leftMemberZh,
      role_zh: '',
      phone_sealed: '',
      phone_masked: '',
      removed_at: sql`coalesce(removed_at, ${at(now)})`,
    })
    .where('id', '=', id)
    .execute();
  await rewriteSnapshots(db, entry_id, (data) => {
    const { parts, members = [] } = data as Submitted;
    return {
      ...data,
      parts: parts.map((part) => ({
        ...part,
        lines: part.lines.map((line) => (line.field === id ? { ...line, label: '', value: leftMemberZh } : line)),
      })),
      members: members.map((member) => (member.name === name ? { ...member, name: leftMemberZh, roleZh: '' } : member)),
    };
  });
  await forgetToldEvents(db, `entry:${entry_id}`, name);
  const named = sql`(m.title || m.body) like ${`%${name.replaceAll(/[\\%_]/g, '\\$&')}%`}`;
  while ((await forgetMessages(db, [`entry:${entry_id}`], named)) > 0);
}

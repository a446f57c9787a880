import { sql } from 'kysely';
import { rewriteSnapshots } from '../../forms/personal';
import type { Db } from '../../platform/db';
import { forgetToldEvents } from '../../platform/outbox';
import { at } from '../../platform/schema';
import type { FrozenForm } from '../../platform/schema/forms';
import { forgetMessages, messageAbout } from '../../telling/personal';

/** What stands where the name of somebody stood who closed their account. */
export const leftMemberZh = '已注销的成员';

type Member = { id: string; entry_id: string; person_id: string; name: string };
/** Until a while ago a submission named its members, and not by their ids. */
type Submitted = FrozenForm & { members?: Array<{ id?: string; name: string }> };

/**
 * Takes one member's name and phone out of an entry of others: its row, its frozen submissions and what was told of them. Of somebody else who has the
 * same name all stays, but for what was told so long ago that nothing says any more of whom.
 */
export async function forgetMember(db: Db, { id, entry_id, person_id, name }: Member, now: number): Promise<void> {
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
      members: members.map((member) =>
        (member.id === undefined ? member.name === name : member.id === id)
          ? { ...member, name: leftMemberZh, roleZh: '' }
          : member,
      ),
    };
  });
  const subject = `entry:${entry_id}`;
  const theirs = messageAbout(subject, person_id, name);
  while ((await forgetMessages(db, [subject], theirs)) > 0);
  await forgetToldEvents(db, subject, person_id);
}

import { sql } from 'kysely';
import { type EraseStep, empties, hands, ofThings, type Person, type Personal } from '../platform/personal/personal';
import { me } from '../rpc/call';

const inner = { notZh: '审核人员的内部记录。审核结果和问题已在补正告知书和通知中告知' };

const ofEntries = ({ things }: Person) =>
  ofThings('entry_id')({ personId: '', things: things.filter(({ kind }) => kind === 'entry') });

/** What was said in a decision goes; that it was taken, by whom and when, stays. */
const emptyDecisions: EraseStep = async (db, leaver) => {
  const { numAffectedRows } = await sql`update decision set decided =
      case when decided ->> 'move' = 'return' then decided || '{"message": "", "faults": []}' else decided || '{"reason": ""}' end
    where ${ofEntries(leaver)} and (coalesce(decided ->> 'message', '') <> '' or coalesce(decided ->> 'reason', '') <> ''
      or jsonb_array_length(coalesce(decided -> 'faults', '[]')) > 0)`.execute(db);
  return Number(numAffectedRows ?? 0);
};

/** What staff wrote of entrants. */
export const screeningPersonal: Personal = {
  // Pictures of what was looked up hang from the look itself.
  async hangs(db, ids) {
    const { rows } = await sql<{ kind: string; id: string }>`
      select 'decision' as kind, d.id from decision d where d.entry_id = any(${[...ids]}::uuid[])
      union all select 'check', c.id from credit_check c where c.entry_id = any(${[...ids]}::uuid[])`.execute(db);
    return rows;
  },
  async hinders(call) {
    const { waiting } = await call.db
      .selectFrom('decision')
      .select(({ fn }) => fn.countAll<number>().as('waiting'))
      .where('decided_by', '=', me(call))
      .where('waits', 'is not', null)
      .executeTakeFirstOrThrow();
    return waiting > 0 ? [`您有 ${waiting} 个审核决定还没有生效。请等生效或收回后再注销`] : [];
  },
  tables: [
    {
      table: 'decision',
      persons: ['decided_by', 'signed_by'],
      handed: hands('审核决定', 'decision', { decided_at: '时间', state: '状态' }, ofEntries, 'decided_at'),
      erased: emptyDecisions,
    },
    {
      table: 'review_mark',
      persons: ['marked_by'],
      handed: inner,
      erased: empties('review_mark', { comment: '', codes: '[]', fields: '[]', seen: '[]' }, ofEntries),
    },
    {
      table: 'review_note',
      persons: ['author'],
      handed: inner,
      erased: empties('review_note', { body: '' }, ofEntries),
    },
    {
      table: 'credit_check',
      persons: ['checked_by'],
      handed: { notZh: '审核人员对公开名单的核查记录。不予通过的，理由已告知' },
      erased: empties('credit_check', { note: '' }, ofEntries),
    },
  ],
};

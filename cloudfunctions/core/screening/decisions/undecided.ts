import { entryLifecycle } from '@shared/entry/lifecycle';
import type { Decided } from '@shared/screening/decision/subject';
import type { EntryHead } from '../../entry/queries';
import type { Call } from '../../rpc/call';
import { Refused } from '../../rpc/refused';

/** Of these entries those on which a decision stands that is not over, with what was decided; one that the entry has moved on from counts no more. */
export async function decidedOf(
  call: Call,
  entries: ReadonlyArray<Pick<EntryHead, 'entryId' | 'version'>>,
): Promise<Map<string, Decided>> {
  if (entries.length === 0) return new Map();
  const rows = await call.db
    .selectFrom('decision')
    .select(['entry_id', 'entry_version', 'decided'])
    .where(
      'entry_id',
      'in',
      entries.map(({ entryId }) => entryId),
    )
    .where('waits', 'is not', null)
    .execute();
  const standing = rows.filter((row) =>
    entries.some(({ entryId, version }) => entryId === row.entry_id && version === row.entry_version),
  );
  return new Map(standing.map((row) => [row.entry_id, row.decided]));
}

export const decidedSentence = ({ move }: Decided): string =>
  `已决定“${entryLifecycle.moves[move].label}”，还没有生效。要改请先由审核人员收回`;

/** Refuses whatever would touch an entry that is decided on and waits for the decision to be made. */
export async function insistUndecided(call: Call, entry: EntryHead): Promise<void> {
  const decided = (await decidedOf(call, [entry])).get(entry.entryId);
  if (decided) throw new Refused('SCREENING_DECIDED', `这个项目${decidedSentence(decided)}`);
}

import { mostResults } from '@shared/awards/award-list/contract';
import { judgeRows, type ResultRow } from '@shared/awards/award-list/judge-rows';
import { awardListLifecycle, isWritable } from '@shared/awards/award-list/lifecycle';
import { awardsContract } from '@shared/awards/contract';
import { ladderOf } from '@shared/awards/ladder';
import { typedReference } from '@shared/kernel/typed/typed';
import { sql } from 'kysely';
import { begin } from '../../cases/begin';
import { editionById } from '../../competition/queries';
import { audit } from '../../platform/audit/audit';
import { at, json } from '../../platform/schema';
import { readCsv } from '../../platform/sheets/csv';
import { toldFaults } from '../../platform/sheets/told-faults';
import { type Call, me } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { awardListNoun, awardListOf, liveListOf, lockResults, rowsChanged } from './list-noun';
import { readPlaced, readResultEntries } from './result-rows';

const isReference = (typed = ''): boolean => /^[A-Z]+\d{4}-/.test(typedReference(typed));

/** Number, award, and the title to compare. The first row may be the heads, and the rows may be counted before the number. */
function readSheet(sheet: string): ResultRow[] {
  return readCsv(sheet).flatMap(({ line, cells: [only = '', ...others] }, i) => {
    const parted = others.length === 0 ? only.split(/[，；;]/) : [only, ...others];
    const counted = /^\d{1,4}$/.test(typedReference(only)) && isReference(parted[1]);
    const [typed = '', award = '', title = ''] = counted ? parted.slice(1) : parted;
    const reference = typedReference(typed);
    if (i === 0 && !/\d/.test(reference) && !parted.some(isReference)) return [];
    return [{ key: `row.${line}`, reference, award: award.trim(), title: title.trim() }];
  });
}

/** Writes results onto the edition's list, which begins with the first: all of them or none. */
async function bring(call: Call, editionId: string, rows: readonly ResultRow[]) {
  const edition = await editionById(call.db, editionId);
  if (!edition) throw new Refused('NOT_FOUND');
  await lockResults(call, editionId);
  const list = await liveListOf(call, editionId);
  if (list && !isWritable(list)) throw new Refused('AWARD_LIST_CLOSED');
  const listId = list?.awardListId ?? null;
  const references = rows.map(({ reference }) => reference);
  const named = await readResultEntries(call, { editionId, listId }, sql`e.reference = any(${references})`);
  const { take, known, faults } = judgeRows(
    rows,
    new Map(named.map((entry) => [entry.reference, entry])),
    ladderOf(edition.blueprint),
    await readPlaced(call, editionId, listId),
  );
  if (Object.keys(faults).length > 0) throw new Refused('AWARDS_RESULTS_WRONG', undefined, toldFaults(faults));
  if (take.size === 0) return { added: 0, known };
  if ((list?.rows ?? 0) + take.size > mostResults) throw new Refused('AWARD_LIST_TOO_LONG');
  const id = listId ?? (await begin(call, awardListNoun, { edition_id: editionId, made_by: me(call) }, { editionId }));
  const fresh = [...take].map(([entryId, level]) => ({ entryId, level }));
  await sql`insert into award_list_row (list_id, entry_id, level, brought_by, brought_at)
    select ${id}::uuid, "entryId", level, ${me(call)}::uuid, ${at(call.now)}
      from jsonb_to_recordset(${json(fresh)}::jsonb) as r("entryId" uuid, level text)
    on conflict (list_id, entry_id) do update set level = excluded.level, brought_by = excluded.brought_by,
      brought_at = excluded.brought_at`.execute(call.db);
  if (listId !== null) await rowsChanged(call, listId);
  await audit(call, `${awardListLifecycle.name}:${id}`, 'awards/bringResults', { rows: fresh.length });
  return { added: fresh.length, known };
}

export const bringResults = procedure(awardsContract.bringResults, noSubject, (call, { editionId, sheet }) => {
  const rows = readSheet(sheet);
  if (rows.length === 0) throw new Refused('AWARDS_SHEET_EMPTY');
  return bring(call, editionId, rows);
});

export const bringResult = procedure(awardsContract.bringResult, noSubject, (call, { editionId, reference, level }) =>
  bring(call, editionId, [{ key: 'reference', reference: typedReference(reference), award: level, title: '' }]),
);

/** Takes a result off the list; where it is not there nothing changes. */
export const dropResult = procedure(awardsContract.dropResult, awardListOf, async (call, { entryId }, list) => {
  if (!isWritable(list)) throw new Refused('AWARD_LIST_CLOSED');
  const { numDeletedRows } = await call.db
    .deleteFrom('award_list_row')
    .where('list_id', '=', list.awardListId)
    .where('entry_id', '=', entryId)
    .executeTakeFirst();
  const dropped = Number(numDeletedRows);
  if (dropped > 0) {
    await rowsChanged(call, list.awardListId);
    await audit(call, `${awardListLifecycle.name}:${list.awardListId}`, 'awards/dropResult', { entryId });
  }
  return { dropped };
});

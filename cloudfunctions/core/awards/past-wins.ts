import { awardsContract } from '@shared/awards/contract';
import { ladderOf } from '@shared/awards/ladder';
import type { PastWin } from '@shared/awards/past-wins';
import type { Blueprint } from '@shared/competition/blueprint';
import { sql } from 'kysely';
import { type EntryHead, entryHead, isRecalled, titleAlike } from '../entry/queries';
import { type Load, procedure } from '../rpc/procedure';
import { published, zhOf } from './queries';

/** Of what was never sent in, or was taken back, staff have nothing to compare. */
const submitted: Load<{ entryId: string }, EntryHead> = async (call, { entryId }, lock) => {
  const head = await entryHead(call, entryId, lock);
  return head === null || head.submittedAt === null || isRecalled(head) ? null : head;
};

type Row = Pick<PastWin, 'year' | 'title' | 'regionZh'> & {
  level: string;
  awards: Blueprint['awards'] | null;
  sameLeader: boolean | null;
  sameEntity: boolean | null;
  alike: boolean | null;
};

/**
 * The published awards of editions that are over whose leader (by the fingerprint of the paper, or the person), credit code or title is this entry's.
 * Awards are few, so it goes through those and not through the entries.
 */
export const pastWins = procedure(awardsContract.pastWins, submitted, async (call, _input, { entryId, title }) => {
  const { rows } = await sql<Row>`select w.* from (
      select d.year, e.title, r.name_zh as "regionZh", r.sort, a.level, d.blueprint -> 'awards' as awards,
        e.leader_id = own.leader_id or e.leader_id_eq = own.leader_id_eq as "sameLeader",
        own.sent_uscc <> '' and e.sent_uscc = own.sent_uscc as "sameEntity",
        ${titleAlike(title)} as alike
      from award a join edition d on d.id = a.edition_id and d.status = 'past'
        join entry e on e.id = a.entry_id join region r on r.id = e.region_id
        join entry own on own.id = ${entryId} and own.edition_id <> a.edition_id
        left join entry_search s on s.entry_id = e.id
      where ${published}) w
    where w."sameLeader" or w."sameEntity" or w.alike
    order by w.year desc, w.sort, w.title`.execute(call.db);
  return {
    wins: rows.map(({ year, title: named, regionZh, level, awards, sameLeader, sameEntity, alike }) => ({
      year,
      title: named,
      regionZh,
      awardZh: zhOf(ladderOf(awards === null ? {} : { awards }), level),
      by: [
        ...(sameLeader ? (['leader'] as const) : []),
        ...(sameEntity ? (['entity'] as const) : []),
        ...(alike ? (['title'] as const) : []),
      ],
    })),
  };
});

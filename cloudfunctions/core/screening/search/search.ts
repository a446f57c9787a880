import { standingOf } from '@shared/cases/standing';
import { tokens } from '@shared/entry/found-by';
import { entryLifecycle } from '@shared/entry/lifecycle';
import { regionsServed } from '@shared/kernel/actor';
import { screeningContract } from '@shared/screening/contract';
import { type LookedFor, lookedFor } from '@shared/screening/looked-for';
import { phoneTail } from '@shared/screening/phone-tail';
import { sql } from 'kysely';
import { leaderFingerprint, titleForStaff } from '../../entry/queries';
import { keysetPage } from '../../platform/keyset-page';
import { type Call, me } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { type FoundRow, readFound, type Sought } from './found-entries';

/**
 * Finds whoever calls or stands at the counter, in any state: every entry that was ever submitted in the regions one serves, of this edition and of
 * those before it, newest first.
 */
export const search = procedure(screeningContract.search, noSubject, async (call, { q, cursor }) => {
  const wanted = lookedFor(q);
  if (wanted === null) throw new Refused('SCREENING_SEARCH_TOO_SHORT');
  const regionIds = regionsServed(call.actor);
  const sought = soughtBy(call, wanted, regionIds);
  const { rows, next } = await keysetPage<FoundRow>(call, {
    filter: { q },
    cursor,
    sort: () => 0,
    fits: (value) => value === 0,
    read: (place, most) => readFound(call.db, sought, { personId: me(call), regionIds, place }, most),
  });
  return { items: rows.map(presentFound), next };
});

const presentFound = (row: FoundRow) => ({
  entryId: row.id,
  title: titleForStaff({ title: row.title, recalledAt: row.recalled_at }),
  reference: row.reference,
  regionZh: row.region_zh,
  leaderZh: row.leader_zh,
  phoneTail: phoneTail(row.phone_masked),
  pastYear: row.past_year,
  ...standingOf(entryLifecycle, row.state, 'staff'),
});

function soughtBy(call: Call, wanted: LookedFor, regionIds: readonly string[] | 'all'): Sought {
  switch (wanted.by) {
    case 'reference':
      return { where: sql<boolean>`e.reference = ${wanted.reference}` };
    case 'identity':
      return { where: sql<boolean>`e.leader_id_eq = ${leaderFingerprint(call, 'resident_id', wanted.number)}` };
    case 'token':
      return { where: sql<boolean>`s.tokens && ${wanted.anyOf}::text[]` };
    case 'words':
      return {
        words: sql<boolean>`s.words like all (${wanted.parts.map((part) => `%${literal(part)}%`)}::text[])`,
        where: holdsAll(wanted.bigrams, regionIds),
      };
  }
}

/** The pairs with the region among them: the index then reads what one region has, and not the city. */
const holdsAll = (pairs: readonly string[], regionIds: readonly string[] | 'all') =>
  regionIds === 'all' || regionIds.length === 0
    ? sql<boolean>`s.tokens @> ${pairs}::text[]`
    : sql<boolean>`(${sql.join(
        regionIds.map((regionId) => sql`s.tokens @> ${[tokens.region(regionId), ...pairs]}::text[]`),
        sql` or `,
      )})`;

const literal = (words: string) => words.replace(/[\\%_]/g, '\\$&');

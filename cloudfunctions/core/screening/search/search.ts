import { standingOf } from '@shared/cases/standing';
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
  const sought = soughtBy(call, wanted);
  const { rows, next } = await keysetPage<FoundRow>(call, {
    filter: { q },
    cursor,
    sort: ({ n }) => n,
    fits: Number.isSafeInteger,
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

function soughtBy(call: Call, wanted: LookedFor): Sought {
  switch (wanted.by) {
    case 'reference':
      return { by: 'entry', where: sql<boolean>`e.reference = ${wanted.reference}` };
    case 'identity':
      return {
        by: 'entry',
        where: sql<boolean>`e.leader_id_eq = ${leaderFingerprint(call, 'resident_id', wanted.number)}`,
      };
    case 'token':
    case 'words':
      return wanted;
  }
}

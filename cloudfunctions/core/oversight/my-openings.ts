import { toShanghai } from '@shared/kernel/shanghai';
import { oversightContract } from '@shared/oversight/contract';
import { type RawBuilder, sql } from 'kysely';
import { keysetPage } from '../platform/keyset-page';
import { at } from '../platform/schema';
import { me } from '../rpc/call';
import { noSubject, procedure } from '../rpc/procedure';
import { openingRows, tellOpenings } from './opening-rows';

/** What is somebody's own, by subject and pattern of field: as a leader the leader's values, as a member the own phone, as who complained the way to be reached, as who claimed an award name and number. */
const owned = (personId: string) => sql`(
  select 'entry:' || e.id as subject, 'leader.%' as fields from entry e where e.leader_id = ${personId}
  union all select 'entry:' || m.entry_id, 'member.' || m.id || '.phone' from entry_member m where m.person_id = ${personId}
  union all select 'award-claim:' || c.id, '%' from award_claim c where c.person_id = ${personId}
  union all select 'feedback:' || f.id, '%' from feedback f where f.person_id = ${personId})`;

/** The subjects first, by whose index the few rows of one person are found. */
const ownValues = (personId: string) => sql`o.subject in (select w.subject from ${owned(personId)} w)
  and exists (select from ${owned(personId)} w where w.subject = o.subject and o.field like w.fields)`;

/** Of the entries that they lead, and by what a fact of theirs was checked. */
const ownFiles = (personId: string) =>
  sql`o.subject in (select 'entry:' || e.id from entry e where e.leader_id = ${personId}
    union all select 'fact:' || f.id from person_fact f where f.person_id = ${personId} and f.source = 'staff')`;

/** The newest openings of what is one person's own. @param behind a condition over `o` */
export const openingsOfOwn = (personId: string, behind: RawBuilder<unknown>, limit: number) =>
  openingRows(
    { sealed: sql`${ownValues(personId)} and ${behind}`, files: sql`${ownFiles(personId)} and ${behind}` },
    limit,
  );

/** Who opened what of the caller's own, the newest first: an office, never a name. */
export const myOpenings = procedure(oversightContract.myOpenings, noSubject, async (call, { cursor }) => {
  const personId = me(call);
  const { rows, next } = await keysetPage(call, {
    filter: { list: 'myOpenings', personId },
    cursor,
    read: async (place, limit) => {
      const behind = place === null ? sql`true` : sql`(o.at, o.id) < (${at(Number(place.value))}, ${place.id}::uuid)`;
      return (await openingsOfOwn(personId, behind, limit).execute(call.db)).rows;
    },
    sort: (row) => row.at,
    fits: (value) => Number.isSafeInteger(value),
  });
  const told = await tellOpenings(call.db, rows);
  return {
    items: told.map(({ id, at: when, officeZh, whatZh, whyZh }) => ({
      id,
      at: toShanghai(when),
      officeZh,
      whatZh,
      whyZh,
    })),
    next,
  };
});

import { codeOf } from '@shared/benefits/application/kind';
import { benefitsContract } from '@shared/benefits/contract';
import { kinds } from '@shared/benefits/kinds';
import { hasRoleAnywhere, organisationsOf, regionsOf } from '@shared/kernel/actor';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { type RawBuilder, sql } from 'kysely';
import { idsOf, keysetPage, unseen } from '../../platform/keyset-page';
import { at } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { ownOf } from './files';
import { headView } from './present';
import { type ListedApplication, listedApplications } from './subjects';

/** The offices of the kinds at which something may wait. */
export const servingDesks = kinds.flatMap((kind) =>
  kind.desks.filter(({ watches }) => watches !== true).map((desk) => ({ kind, desk })),
);

/** Where the caller serves: one condition on `application a` for each desk, region and organisation, so that each is one read of an index in turn. */
function myDesks(call: Call): RawBuilder<boolean>[] {
  return servingDesks
    .filter(({ desk }) => hasRoleAnywhere(call.actor, desk.role))
    .flatMap(({ kind, desk: { party, role, place } }) => {
      const here = sql`a.kind = ${sql.lit(codeOf(kind))} and a.party = ${sql.lit(party)}`;
      if (place === 'organisation')
        return organisationsOf(call.actor, role).map(
          (id) => sql<boolean>`${here} and a.organisation_id = ${unseen(sql`${id}::uuid`)}`,
        );
      const regions = regionsOf(call.actor, role);
      return regions === 'all'
        ? [sql<boolean>`${here}`]
        : regions.map((id) => sql<boolean>`${here} and a.region_id = ${unseen(sql`${id}::text`)}`);
    });
}

/** Who stands first: winners by their rank, then who handed in earlier. */
export const inTurn = sql`order by a.rank, a.submitted_at, a.id`;

/** The first in turn of what waits where the caller serves, and is not their own: a condition on `application a`. */
export function atMyDesks(call: Call, limit: number, after: RawBuilder<unknown> = sql`true`): RawBuilder<boolean> {
  const firsts = myDesks(call).map(
    (desk) => sql`select a.id from application a
      where a.waits = 'staff' and ${desk} and a.applicant_id <> ${me(call)} and ${after} ${inTurn} limit ${sql.lit(limit)}`,
  );
  return sql`a.id in (${idsOf(firsts)})`;
}

type Row = ListedApplication & { nameZh: string };

/** Rank and instant of a row, as one value: where it stands in turn, whatever becomes of it meanwhile. */
const placeOf = ({ rank, submittedAt }: ListedApplication): string => `${rank}:${submittedAt ?? 0}`;

/** The caller's desks, in turn; a page at a time. */
export const queue = procedure(benefitsContract.queue, noSubject, async (call, { cursor }) => {
  const { rows, next } = await keysetPage<ListedApplication & { id: string }>(call, {
    filter: { list: 'benefits/queue' },
    cursor,
    sort: placeOf,
    fits: (value) => typeof value === 'string' && /^\d{1,9}:\d{1,15}$/.test(value),
    async read(place, limit) {
      const [rank, submittedAt] = String(place?.value ?? '')
        .split(':')
        .map(Number);
      const after =
        place === null
          ? sql`true`
          : sql`(a.rank, a.submitted_at, a.id) > (${unseen(sql`${rank}::int`)},
            ${unseen(sql`${at(submittedAt ?? 0)}::timestamptz`)}, ${unseen(sql`${place.id}::uuid`)})`;
      const found = await listedApplications(
        atMyDesks(call, limit, after),
        sql`${inTurn} limit ${sql.lit(limit)}`,
      ).execute(call.db);
      return found.rows.map((row) => ({ ...row, id: row.applicationId }));
    },
  });
  const names = await namesOf(call, rows);
  const today = shanghaiDate(call.now);
  return {
    items: rows.map((row) => {
      const { kind } = ownOf(row);
      const party = kind.party(row.state) ?? 'hr';
      return {
        ...headView(kind, row, party, today),
        nameZh: names.get(row.applicationId) ?? '',
        mine: row.claimedBy === me(call),
        claimed: row.claimedBy !== null,
      };
    }),
    next,
  };
});

/** How applicants are called in what they handed in last. */
async function namesOf(call: Call, rows: readonly ListedApplication[]): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map();
  const { rows: found } = await sql<Pick<Row, 'applicationId' | 'nameZh'>>`
    select distinct on (s.subject_id) s.subject_id as "applicationId", l ->> 'value' as "nameZh"
    from snapshot s, jsonb_array_elements(s.data -> 'parts') p, jsonb_array_elements(p -> 'lines') l
    where s.subject_id = any(${rows.map(({ applicationId }) => applicationId)}::uuid[])
      and p ->> 'section' = 'person' and l ->> 'field' = 'name'
    order by s.subject_id, s.n desc`.execute(call.db);
  return new Map(found.map(({ applicationId, nameZh }) => [applicationId, nameZh]));
}

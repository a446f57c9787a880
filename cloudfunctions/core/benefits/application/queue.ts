import { codeOf } from '@shared/benefits/application/kind';
import { benefitsContract } from '@shared/benefits/contract';
import { kinds } from '@shared/benefits/kinds';
import { hasRoleAnywhere, organisationsOf, regionsOf } from '@shared/kernel/actor';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { type RawBuilder, sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../../platform/cursor';
import { type Call, me } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { ownOf } from './files';
import { headView } from './present';
import { type ApplicationHead, applications } from './subjects';

const pageSize = 20;

/** The offices of the kinds at which something may wait. */
export const servingDesks = kinds.flatMap((kind) =>
  kind.desks.filter(({ watches }) => watches !== true).map((desk) => ({ kind, desk })),
);

/** Where the caller serves: one condition on `application a` for each desk, region and organisation, so that each is one read of an index in turn. */
function myDesks(call: Call): RawBuilder<boolean>[] {
  return servingDesks
    .filter(({ desk }) => hasRoleAnywhere(call.actor, desk.role))
    .flatMap(({ kind, desk: { party, role, place } }) => {
      const here = sql`a.kind = ${codeOf(kind)} and a.party = ${party}`;
      if (place === 'organisation')
        return organisationsOf(call.actor, role).map((id) => sql<boolean>`${here} and a.organisation_id = ${id}`);
      const regions = regionsOf(call.actor, role);
      return regions === 'all'
        ? [sql<boolean>`${here}`]
        : regions.map((id) => sql<boolean>`${here} and a.region_id = ${id}`);
    });
}

/** Who stands first: winners by their rank, then who handed in earlier. */
export const inTurn = sql`order by a.rank, a.submitted_at, a.id`;

/** The first in turn of what waits where the caller serves, and is not their own: a condition on `application a`. */
export function atMyDesks(call: Call, limit: number, after: RawBuilder<unknown> = sql`true`): RawBuilder<boolean> {
  const desks = myDesks(call);
  if (desks.length === 0) return sql`false`;
  const firsts = desks.map(
    (desk) => sql`(select a.id from application a
      where a.waits = 'staff' and ${desk} and a.applicant_id <> ${me(call)} and ${after} ${inTurn} limit ${limit})`,
  );
  return sql`a.id in (${sql.join(firsts, sql` union all `)})`;
}

type Row = ApplicationHead & { nameZh: string };

/** The caller's desks, in turn; a page at a time. */
export const queue = procedure(benefitsContract.queue, noSubject, async (call, { cursor }) => {
  const { keys } = call.home;
  const place = decodeCursor(keys, 'benefits/queue', cursor);
  const after =
    place === null
      ? sql`true`
      : sql`(a.rank, a.submitted_at, a.id) > (select b.rank, b.submitted_at, b.id from application b where b.id = ${place.id})`;
  const { rows } = await applications(
    atMyDesks(call, pageSize + 1, after),
    sql`${inTurn} limit ${pageSize + 1}`,
  ).execute(call.db);
  const shown = rows.slice(0, pageSize);
  const names = await namesOf(call, shown);
  const last = shown.at(-1);
  const today = shanghaiDate(call.now);
  return {
    items: shown.map((row) => {
      const { kind } = ownOf(row);
      const party = kind.party(row.state) ?? 'hr';
      return {
        ...headView(kind, row, party, today),
        nameZh: names.get(row.applicationId) ?? '',
        mine: row.claimedBy === me(call),
        claimed: row.claimedBy !== null,
      };
    }),
    next: rows.length > pageSize && last ? encodeCursor(keys, 'benefits/queue', null, last.applicationId) : null,
  };
});

/** How applicants are called in what they handed in last. */
async function namesOf(call: Call, rows: readonly ApplicationHead[]): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map();
  const { rows: found } = await sql<Pick<Row, 'applicationId' | 'nameZh'>>`
    select distinct on (s.subject_id) s.subject_id as "applicationId", l ->> 'value' as "nameZh"
    from snapshot s, jsonb_array_elements(s.data -> 'parts') p, jsonb_array_elements(p -> 'lines') l
    where s.subject_id = any(${rows.map(({ applicationId }) => applicationId)}::uuid[])
      and p ->> 'section' = 'person' and l ->> 'field' = 'name'
    order by s.subject_id, s.n desc`.execute(call.db);
  return new Map(found.map(({ applicationId, nameZh }) => [applicationId, nameZh]));
}

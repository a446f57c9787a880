import { codeOf } from '@shared/benefits/application/kind';
import { benefitsContract } from '@shared/benefits/contract';
import { kinds } from '@shared/benefits/kinds';
import { hasRoleAnywhere, regionsOf } from '@shared/kernel/actor';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { type RawBuilder, sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../../platform/cursor';
import { isAmong } from '../../platform/grants';
import { type Call, me } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { ownOf } from './files';
import { headView } from './present';
import { type ApplicationHead, applications } from './subjects';

const pageSize = 20;

/** What waits at the desks at which the caller serves, and is not their own, as a condition on `application a`. */
export function atMyDesks(call: Call): RawBuilder<boolean> {
  const desks = kinds.flatMap((kind) =>
    kind.desks
      .filter(({ role }) => hasRoleAnywhere(call.actor, role))
      .map(
        ({ party, role }) => sql`(a.kind = ${codeOf(kind)} and a.party = ${party}
          and ${isAmong(regionsOf(call.actor, role), sql`a.region_id`)})`,
      ),
  );
  if (desks.length === 0) return sql`false`;
  return sql`a.waits = 'staff' and a.applicant_id <> ${me(call)} and (${sql.join(desks, sql` or `)})`;
}

/** Who stands first: winners by their rank, then who handed in earlier. */
export const inTurn = sql`order by a.rank, a.submitted_at, a.id`;

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
    sql`${atMyDesks(call)} and ${after}`,
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

import { type Grant, placeOf, type Role, roleZh } from '@shared/kernel/actor';
import { toShanghai } from '@shared/kernel/shanghai';
import { peopleContract } from '@shared/people/contract';
import { codeRefusals } from '@shared/people/grants/code-refusals';
import { excludes, mayGive } from '@shared/people/grants/giving';
import { sql } from 'kysely';
import { audit } from '../../platform/audit/audit';
import { hashCode } from '../../platform/crypto/spoken-code';
import { grantOf, isHeld, scopeColumns } from '../../platform/grants';
import { holdGrants } from '../../platform/identity';
import { emit } from '../../platform/outbox';
import { at } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { type Load, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { dropName } from '../content/name-checks';
import type { CodeRow } from './code-rows';
import { earlier, latestEnd } from './giver-end';
import { placeZh } from './places';

type Typed = { row: CodeRow | null; takesPart: boolean };

/**
 * The code's row is locked, so that of two who take its last use one is refused; then its organisation, which takes part until this is done; then the
 * caller, so that one by one they come to what they hold.
 */
const typedCodeOf: Load<{ code: string }, Typed> = async (call, { code }, lock) => {
  const query = call.db
    .selectFrom('grant_code')
    .selectAll()
    .where('code_hash', '=', await hashCode(code));
  const row = (await (lock ? query.forUpdate() : query).executeTakeFirst()) ?? null;
  const takesPart = await organisationTakesPart(call, row);
  if (lock) await sql`select from person where id = ${me(call)} for no key update`.execute(call.db);
  return { row, takesPart };
};

/** Whether the organisation of a code takes part, as it is asked of whoever makes one; a code of none has nothing in its way. */
async function organisationTakesPart(call: Call, row: CodeRow | null): Promise<boolean> {
  if (row === null || row.organisation_id === null) return true;
  const { active } = await call.db
    .selectFrom('organisation')
    .select('active')
    .where('id', '=', row.organisation_id)
    .forShare()
    .executeTakeFirstOrThrow();
  return active;
}

const refuseCode = (code: keyof typeof codeRefusals) => new Refused(code, undefined, { code: codeRefusals[code] });

/** Makes the caller what the code gives, under the name by which colleagues are to know them. */
export const useGrantCode = procedure(peopleContract.useGrantCode, typedCodeOf, async (call, { name }, typed) => {
  const { row } = typed;
  const grant = row && grantOf(row);
  if (!row || !grant) throw refuseCode('PEOPLE_CODE_UNKNOWN');
  const endsAt = earlier(row.grant_ends_at, await endByGiver(call, row, grant));
  await insistUsable(call, { ...typed, row }, endsAt);
  await makeRoom(call, grant, endsAt);
  const grantId = call.newId();
  await call.db
    .insertInto('role_grant')
    .values({
      id: grantId,
      person_id: me(call),
      role: grant.role,
      ...scopeColumns(grant.scope),
      given_by: row.made_by,
      given_at: at(call.now),
      ends_at: endsAt === null ? null : at(endsAt),
      code_id: row.id,
      revoked_by: null,
    })
    .execute();
  await sql`update grant_code set used = used + 1 where id = ${row.id}`.execute(call.db);
  await sql`update person set display_name = ${name} where id = ${me(call)}`.execute(call.db);
  // A nickname that is still being judged would take the place of the name by which colleagues know them.
  await dropName(call.db, me(call));
  const of = { grantId, role: grant.role, place: placeOf(grant.scope), codeId: row.id };
  await audit(call, `grantCode:${row.id}`, 'people/useGrantCode', { grantId, personId: me(call) });
  await audit(call, `person:${me(call)}`, 'people/useGrantCode', { ...of, givenBy: row.made_by });
  const place = await placeZh(call.db, grant.scope);
  await emit(call, 'grant.given', `person:${me(call)}`, {
    grantId,
    personId: me(call),
    role: grant.role,
    placeZh: place,
    personZh: name,
    giverId: row.made_by,
    endsAt,
  });
  return {
    ...grant,
    roleZh: roleZh[grant.role],
    scopeZh: place,
    endsAt: endsAt === null ? null : toShanghai(endsAt),
  };
});

/** When the giver's own right has it end, null for never. Throws where the giver may not give it any more, nor to the caller. */
async function endByGiver(call: Call, row: CodeRow, grant: Grant): Promise<number | null> {
  if (row.made_by === null) return null;
  if (row.made_by === me(call)) throw refuseCode('PEOPLE_CODE_OWN');
  const giver = { personId: row.made_by, grants: await holdGrants(call.db, row.made_by, call.now) };
  if (!mayGive(giver, grant)) throw refuseCode('PEOPLE_CODE_VOID');
  return latestEnd(call.db, giver, grant, call.now);
}

async function insistUsable(
  call: Call,
  { row, takesPart }: Typed & { row: CodeRow },
  endsAt: number | null,
): Promise<void> {
  if (row.voided_at !== null) throw refuseCode('PEOPLE_CODE_VOID');
  const before = await call.db
    .selectFrom('role_grant')
    .select('id')
    .where('code_id', '=', row.id)
    .where('person_id', '=', me(call))
    .executeTakeFirst();
  if (before) throw refuseCode('PEOPLE_CODE_USED_BEFORE');
  if (row.expires_at <= call.now || (endsAt !== null && endsAt <= call.now)) throw refuseCode('PEOPLE_CODE_EXPIRED');
  if (row.used >= row.uses) throw refuseCode('PEOPLE_CODE_USED_UP');
  if (!takesPart) throw refuseCode('PEOPLE_CODE_ORGANISATION_OUT');
}

/**
 * What is held goes with the new one, or stays in its way: the same until as late, or a role that suffers no other beside it. What is held in an
 * organisation that takes no part now is held: it counts again the day it does.
 */
async function makeRoom(call: Call, grant: Grant, endsAt: number | null): Promise<void> {
  const { rows } = await sql<{ id: string; role: Role; ends_at: number | null; same: boolean }>`
    select g.id, g.role, g.ends_at, (g.role = ${grant.role} and g.scope_kind = ${grant.scope.kind}
      and coalesce(g.region_id, g.organisation_id::text) is not distinct from ${placeOf(grant.scope)}) as same
    from role_grant g where g.person_id = ${me(call)} and ${isHeld(call.now)} for update of g`.execute(call.db);
  if (rows.some(({ role }) => excludes(role, grant.role))) throw refuseCode('PEOPLE_AUDITOR_ALONE');
  const same = rows.filter((row) => row.same);
  const noLonger = ({ ends_at }: { ends_at: number | null }) =>
    ends_at === null || (endsAt !== null && endsAt <= ends_at);
  if (same.some(noLonger)) throw refuseCode('PEOPLE_GRANT_HELD');
  if (same.length === 0) return;
  const ids = same.map(({ id }) => id);
  await sql`update role_grant set revoked_at = ${at(call.now)} where id = any(${ids}::uuid[])`.execute(call.db);
  await audit(call, `person:${me(call)}`, 'people/prolongGrant', { grantIds: ids });
}

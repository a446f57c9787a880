import { type Grant, hasRoleAnywhere, type Role, regionsOf, roles, roleZh, type Scope } from '@shared/kernel/actor';
import { peopleContract } from '@shared/people/contract';
import { givenRoles, mayGive, mostUses } from '@shared/people/grants/giving';
import { type OrganisationKind, organisationKinds } from '@shared/people/grants/organisation-kinds';
import { sql } from 'kysely';
import { noSubject, procedure } from '../../rpc/procedure';
import { readerOf } from './reader';

/** What the reader may give, with the regions and organisations for which they may. The supervisor, who gives nothing, chooses among all to look. */
export const givingChoices = procedure(peopleContract.givingChoices, noSubject, async (call) => {
  const reader = readerOf(call);
  const everywhere = hasRoleAnywhere(reader, 'cityStaff') || hasRoleAnywhere(reader, 'auditor');
  const led = regionsOf(reader, 'regionLead');
  const [regions, organisations] = await Promise.all([
    sql<{ id: string; name_zh: string }>`select id, name_zh from region order by sort, id`.execute(call.db),
    sql<{ id: string; kind: string; name_zh: string }>`select id, kind, name_zh from organisation where active
      order by name_zh, id limit 500`.execute(call.db),
  ]);
  const seen = regions.rows.filter(({ id }) => everywhere || led === 'all' || led.includes(id));
  const known = organisations.rows.flatMap(({ id, kind, name_zh }) => {
    const role: Role | undefined = organisationKinds[kind as OrganisationKind]?.role;
    return role && (everywhere || mayGive(reader, ofOrganisation(role, id)))
      ? { organisationId: id, nameZh: name_zh, role }
      : [];
  });
  const examples = (role: Role): readonly Scope[] => [
    { kind: 'all' },
    ...seen.map(({ id }): Scope => ({ kind: 'region', regionId: id })),
    ...known
      .map(({ organisationId }): Scope => ({ kind: 'organisation', organisationId }))
      .filter((_, i) => known[i]?.role === role),
  ];
  return {
    roles: givenRoles.flatMap((role) => {
      const scopes = roles[role].scopes.filter((kind) =>
        examples(role).some((scope) => scope.kind === kind && mayGive(reader, { role, scope })),
      );
      return scopes.length > 0 ? { role, zh: roleZh[role], scopes: [...scopes], mostUses: mostUses(role) } : [];
    }),
    regions: seen.map(({ id, name_zh }) => ({ regionId: id, nameZh: name_zh })),
    organisations: known,
  };
});

const ofOrganisation = (role: Role, organisationId: string): Grant => ({
  role,
  scope: { kind: 'organisation', organisationId },
});

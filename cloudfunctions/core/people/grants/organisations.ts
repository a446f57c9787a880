import { type Caller, hasRoleAnywhere } from '@shared/kernel/actor';
import { sameName } from '@shared/kernel/typed/typed';
import { peopleContract } from '@shared/people/contract';
import type { OrganisationSubject } from '@shared/people/grants/giving';
import { judgeContact } from '@shared/people/grants/organisation-contact';
import { organisationKindZh } from '@shared/people/grants/organisation-kinds';
import { sql } from 'kysely';
import { audit } from '../../platform/audit/audit';
import { breaksUnique } from '../../platform/broken-constraint';
import { canonicalJson, sha256Hex } from '../../platform/crypto/hash';
import { isLive } from '../../platform/grants';
import { keysetPage } from '../../platform/keyset-page';
import type { Call } from '../../rpc/call';
import { type Load, noSubject, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';

type Row = {
  id: string;
  kind: string;
  name_zh: string;
  region_id: string | null;
  region_zh: string | null;
  active: boolean;
  members: number;
  desk_zh: string;
  phone: string;
  address_zh: string;
  version: number;
};

const present = (row: Row) => ({
  organisationId: row.id,
  kind: row.kind,
  kindZh: organisationKindZh(row.kind),
  nameZh: row.name_zh,
  regionId: row.region_id,
  regionZh: row.region_zh ?? '全市',
  active: row.active,
  members: row.members,
  deskZh: row.desk_zh,
  phone: row.phone,
  addressZh: row.address_zh,
  version: row.version,
});

const rowsOf = (
  now: number,
) => sql`select o.id, o.kind, o.name_zh, o.region_id, o.active, o.desk_zh, o.phone, o.address_zh, o.version, r.name_zh as region_zh,
    (select count(distinct g.person_id)::int from role_grant g where g.organisation_id = o.id and ${isLive(now)}) as members
  from organisation o left join region r on r.id = o.region_id`;

/** Those that a reader looks over: to the city and the supervisor all, to whoever acts for some these. */
const seenBy = (reader: Caller) => {
  if (hasRoleAnywhere(reader, 'cityStaff') || hasRoleAnywhere(reader, 'auditor')) return sql`true`;
  const own = (reader?.grants ?? []).flatMap(({ scope }) =>
    scope.kind === 'organisation' ? [scope.organisationId] : [],
  );
  return sql`o.id = any(${own}::uuid[])`;
};

/** The organisations whose people take part, or once did, by name. */
export const organisations = procedure(peopleContract.organisations, noSubject, async (call, { cursor }) => {
  const { rows, next } = await keysetPage<Row>(call, {
    filter: { list: 'organisations' },
    cursor,
    sort: (row) => row.name_zh,
    fits: (value) => typeof value === 'string',
    read: async (place, limit) => {
      const beyond = place === null ? sql`true` : sql`(o.name_zh, o.id) > (${place.value}, ${place.id}::uuid)`;
      const { rows } =
        await sql<Row>`${rowsOf(call.now)} where ${seenBy(call.actor)} and ${beyond} order by o.name_zh, o.id limit ${limit}`.execute(
          call.db,
        );
      return rows;
    },
  });
  return { items: rows.map(present), next };
});

async function one(call: Call, id: string) {
  const { rows } = await sql<Row>`${rowsOf(call.now)} where o.id = ${id}`.execute(call.db);
  if (!rows[0]) throw new Error('An organisation that was just written is not there.');
  return present(rows[0]);
}

/** Makes an organisation, so that its people can be invited. */
export const addOrganisation = procedure(peopleContract.addOrganisation, noSubject, async (call, input) => {
  const { kind, nameZh, regionId } = input;
  if (regionId !== null) {
    const region = await call.db.selectFrom('region').select('id').where('id', '=', regionId).executeTakeFirst();
    if (!region) throw new Refused('PEOPLE_GRANT_WRONG', undefined, { regionId: '请重新选择县（市、区）' });
  }
  await insistOwnName(call, nameZh, null);
  const id = call.newId();
  await named(() =>
    call.db
      .insertInto('organisation')
      .values({ id, kind, name_zh: nameZh, region_id: regionId, active: true })
      .execute(),
  );
  await audit(call, `organisation:${id}`, 'people/addOrganisation', { kind, regionId });
  return one(call, id);
});

const organisationOf: Load<
  { organisationId: string },
  OrganisationSubject & { nameZh: string; version: number }
> = async (call, { organisationId }, lock) => {
  const query = call.db
    .selectFrom('organisation')
    .select(['id as organisationId', 'name_zh as nameZh', 'version'])
    .where('id', '=', organisationId);
  return (await (lock ? query.forUpdate() : query).executeTakeFirst()) ?? null;
};

/** Renames an organisation, or says whether it takes part. What its people are about by their grants is waited for; of a colleague's change one is told. */
export const changeOrganisation = procedure(
  peopleContract.changeOrganisation,
  organisationOf,
  async (call, { version, nameZh, active }, { organisationId: id, nameZh: standing, version: standingVersion }) => {
    if (version !== standingVersion) throw new Refused('PEOPLE_ORGANISATION_STALE', undefined, {}, await one(call, id));
    if (nameZh !== standing) await insistOwnName(call, nameZh, id);
    if (!active)
      await sql`select from role_grant where organisation_id = ${id} order by id for update`.execute(call.db);
    await named(() =>
      call.db
        .updateTable('organisation')
        .set({ name_zh: nameZh, active, version: version + 1 })
        .where('id', '=', id)
        .execute(),
    );
    await audit(call, `organisation:${id}`, 'people/changeOrganisation', { active });
    return one(call, id);
  },
);

/** Where it is reached, by its own people or the city; who saves what a colleague changed meanwhile is told. */
export const saveOrganisationContact = procedure(
  peopleContract.saveOrganisationContact,
  organisationOf,
  async (call, { version, ...typed }, { organisationId: id, version: standing }) => {
    if (version !== standing) throw new Refused('PEOPLE_CONTACT_STALE', undefined, {}, await one(call, id));
    const judged = judgeContact(typed);
    if (!judged.ok) throw new Refused('PEOPLE_CONTACT_WRONG', undefined, judged.fields);
    const { deskZh, phone, addressZh } = judged.contact;
    await call.db
      .updateTable('organisation')
      .set({ desk_zh: deskZh, phone, address_zh: addressZh, version: version + 1 })
      .where('id', '=', id)
      .execute();
    await audit(call, `organisation:${id}`, 'people/saveOrganisationContact', {
      digest: sha256Hex(canonicalJson({ deskZh, phone, addressZh })),
    });
    return one(call, id);
  },
);

const known = () => new Refused('PEOPLE_ORGANISATION_KNOWN', undefined, { nameZh: '已有同名机构，请核对' });

/** Two organisations of one name could not be told apart; spaces, case and width make no other name of it. `id`: of the one that is named. */
async function insistOwnName(call: Call, nameZh: string, id: string | null): Promise<void> {
  const { rows } = await sql<{
    zh: string;
  }>`select name_zh as zh from organisation where id is distinct from ${id}::uuid`.execute(call.db);
  if (rows.some(({ zh }) => sameName(zh, nameZh))) throw known();
}

/** The same of two that are named at once. */
async function named(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!breaksUnique(error, 'organisation_name')) throw error;
    throw known();
  }
}

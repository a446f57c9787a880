import { peopleContract } from '@shared/people/contract';
import { organisationKindZh } from '@shared/people/grants/organisation-kinds';
import { sql } from 'kysely';
import { audit } from '../../platform/audit/audit';
import { breaksUnique } from '../../platform/broken-constraint';
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
});

const rowsOf = (now: number) => sql`select o.id, o.kind, o.name_zh, o.region_id, o.active, r.name_zh as region_zh,
    (select count(distinct g.person_id)::int from role_grant g where g.organisation_id = o.id and ${isLive(now)}) as members
  from organisation o left join region r on r.id = o.region_id`;

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
        await sql<Row>`${rowsOf(call.now)} where ${beyond} order by o.name_zh, o.id limit ${limit}`.execute(call.db);
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

const organisationOf: Load<{ organisationId: string }, { id: string }> = async (call, { organisationId }, lock) => {
  const query = call.db.selectFrom('organisation').select('id').where('id', '=', organisationId);
  return (await (lock ? query.forUpdate() : query).executeTakeFirst()) ?? null;
};

/** Renames an organisation, or says whether it takes part. What its people are about by their grants is waited for. */
export const changeOrganisation = procedure(
  peopleContract.changeOrganisation,
  organisationOf,
  async (call, { nameZh, active }, { id }) => {
    if (!active)
      await sql`select from role_grant where organisation_id = ${id} order by id for update`.execute(call.db);
    await named(() =>
      call.db.updateTable('organisation').set({ name_zh: nameZh, active }).where('id', '=', id).execute(),
    );
    await audit(call, `organisation:${id}`, 'people/changeOrganisation', { active });
    return one(call, id);
  },
);

/** Two organisations of one name could not be told apart. */
async function named(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!breaksUnique(error, 'organisation_name')) throw error;
    throw new Refused('PEOPLE_ORGANISATION_KNOWN', undefined, { nameZh: '已有同名机构，请核对' });
  }
}

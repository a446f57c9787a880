import { incubatorPlace } from '@shared/benefits/kinds/incubator-place';
import { sql } from 'kysely';
import { json } from '../../cloudfunctions/core/platform/schema';
import { shippedPolicies } from '../../cloudfunctions/core/policies/shipped';
import { incubator } from '../../cloudfunctions/core/seeds/organisations';
import { seedSites, sites } from '../../cloudfunctions/core/seeds/places/sites';
import { seedPolicies } from '../../cloudfunctions/core/seeds/policies';
import { agree, idNumber, order, upload } from './applications';
import type { TestServer } from './server';

export const operator = 'incubator-1';
export const siteId = sites[0].id;
export const dramaId = sites[1].id;

/** The demo's sites, and the policy by which places are applied for. */
export async function withSites({ db }: TestServer): Promise<void> {
  await seedSites(db);
  await seedPolicies(
    db,
    shippedPolicies.filter(({ code }) => code === 'incubator-place'),
  );
}

export const placeAnswers = {
  person: { name: '王小明' },
  business: { entityKind: 'none', about: '核桃加工，已有样品', earlier: 'no' },
  place: { operator: incubator.id, type: 'desk', people: 2, safety: '无' },
};

/** Begun, filled in and not yet handed in. */
export async function filledPlace(server: TestServer, as: string, changes: Partial<typeof placeAnswers> = {}) {
  const { applicationId } = await server.ask<{ applicationId: string }>(as, 'benefits/beginApplication', {
    kind: 'incubator-place',
    regionId: '141033',
  });
  await agree(server, as, applicationId, { 'incubator-place.operator': true });
  for (const [section, data] of Object.entries({ ...placeAnswers, ...changes }))
    await server.ask(as, 'benefits/saveApplication', {
      applicationId,
      section,
      version: 0,
      data,
      ...(section === 'person' && { sealed: { idNumber, phone: '19900001234' } }),
    });
  await upload(server, as, applicationId, 'plan');
  return applicationId;
}

/** A move as things stand; answers the status or the code of the refusal. */
export async function movePlace(
  server: TestServer,
  as: string,
  applicationId: string,
  move: string,
  more: object = {},
) {
  const { rows } = await sql<{ version: number }>`select version from application where id = ${applicationId}`.execute(
    server.db,
  );
  const version = rows[0]?.version ?? 1;
  const { status, body } = await server.call(as, 'benefits/moveApplication', {
    applicationId,
    ...order(move, version, more),
  });
  return body.ok ? status : body.error.code;
}

const yes = { young: 'yes', tradeFit: 'yes', firstTime: 'yes', creditOk: 'yes', safetyOk: 'yes' };
export const passes = { answers: yes };
export const marks = (mark1: number, mark2: number, mark3: number) => ({ answers: { mark1, mark2, mark3 } });

const demo = { siteId, organisationId: incubator.id };

/** Applications for a desk as they stand in some state, with all that a site knows of them; rows alone, for what asks nothing of their forms. In the order asked. */
export async function insertStanding(
  { db, clock }: Pick<TestServer, 'db' | 'clock'>,
  wanted: ReadonlyArray<{ state: string; rank?: number; personId?: string; joinedAt?: number }>,
  at: { siteId: string; organisationId: string } = demo,
): Promise<string[]> {
  const now = new Date(clock.now());
  const states = incubatorPlace.lifecycle.states;
  const rows = wanted.map(({ state, rank = 5, personId = null, joinedAt = clock.now() }) => ({
    state,
    rank,
    personId,
    joinedAt: new Date(joinedAt).toISOString(),
    waits: states[state]?.waits ?? null,
    live: states[state]?.live === true,
    party: incubatorPlace.party(state),
  }));
  const { rows: made } = await sql<{ id: string }>`
    with wanted as (select n, state, rank, coalesce("personId", gen_random_uuid()) as person, "personId" is null as fresh, "joinedAt" as joined,
        waits, live, party, gen_random_uuid() as application
        from rows from (jsonb_to_recordset(${json(rows)}::jsonb)
          as (state text, rank int, "personId" uuid, "joinedAt" timestamptz, waits text, live boolean, party text)) with ordinality
          as r (state, rank, "personId", "joinedAt", waits, live, party, n)),
      people as (insert into person (id, display_name, created_at) select person, '候补' || n, ${now} from wanted where fresh returning id),
      subjects as (insert into subject (id, kind, created_at) select application, 'incubator-place', ${now} from wanted returning id),
      applications as (insert into application (id, kind, state, waits, version, changed_at, applicant_id, region_id, party, organisation_id, live, rank, submitted_at, clocks, details)
        select application, 'incubator-place', state, waits, 1, ${now}, person, '141033', party, ${at.organisationId}::uuid, live, rank, ${now}, '{}',
          jsonb_build_object('chosen', jsonb_build_object('operator', ${at.organisationId}::text)) from wanted returning id),
      parties as (insert into application_party (application_id, party, organisation_id, since)
        select application, 'operator', ${at.organisationId}::uuid, ${now} from wanted),
      wishes as (insert into place_wish (application_id, site_id, type, rank, joined_at, waiting)
        select application, ${at.siteId}::uuid, 'desk', rank, joined, state = 'waitlisted' from wanted)
    select application as id from wanted order by n`.execute(db);
  return made.map(({ id }) => id);
}

/** Those who wait for a desk, one after the other in the order of their ranks. */
export const insertWaiting = (server: TestServer, ranks: readonly number[], at: number): Promise<string[]> =>
  insertStanding(
    server,
    ranks.map((rank, n) => ({ state: 'waitlisted', rank, joinedAt: at + n * 1000 })),
  );

/** The key of a place of the demo by its code. */
export async function placeCalled({ db }: TestServer, code: string): Promise<number> {
  const { id } = await db.selectFrom('place').select('id').where('code', '=', code).executeTakeFirstOrThrow();
  return id;
}

/** In how many places two have been at any instant; none, if the database holds. */
export async function sharedPlaces({ db }: TestServer): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from tenancy a join tenancy b on a.place_id = b.place_id and a.id < b.id
    where a.stands and b.stands and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)`.execute(db);
  return rows[0]?.n ?? 0;
}

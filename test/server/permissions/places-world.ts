import { usualHours, usualTerms } from '@shared/incubation/terms';
import { scopeColumns } from '../../../cloudfunctions/core/platform/grants';
import { at, json } from '../../../cloudfunctions/core/platform/schema';
import { makeUuidV7 } from '../../../src/shared/kernel/id';
import { organisation } from '../../../tools/docs/callers';
import {
  siteId as demoSite,
  filledPlace,
  insertStanding,
  movePlace,
  operator,
  placeCalled,
  withSites,
} from '../../support/incubation';
import type { TestServer } from '../../support/server';
import type { People } from './matrix-people';

/** A site of the callers' organisation: a free place and one that is let, a studio, the leader's application in line, and their bookings. */
export type PlacesWorld = {
  /** An organisation of an operator's that has no site yet. */
  bare: string;
  siteId: string;
  free: number;
  hourly: number;
  applicationId: string;
  tenancyId: string;
  coming: string;
  over: string;
};

/** One that was handed in and taken up at the demo's incubator, and others whose terms are over in a day: each ends as its state does, and a place goes on to the next. */
async function makeLapsing(server: TestServer, stranger: string): Promise<void> {
  await withSites(server);
  const id = await filledPlace(server, stranger);
  await movePlace(server, stranger, id, 'submit');
  await movePlace(server, operator, id, 'claim');
  await server.db.deleteFrom('policy_version').where('code', '=', 'incubator-place').execute();
  const [offered = '', ...others] = await insertStanding(
    server,
    ['offered', 'accepted', 'moved_in', 'returned', 'waitlisted'].map((state) => ({ state })),
  );
  const now = server.clock.now();
  await server.db
    .updateTable('application')
    .set({ lapses_at: at(now + 86_400_000) })
    .where('id', 'in', [offered, ...others.slice(0, 3)])
    .execute();
  const { applicant_id } = await server.db
    .selectFrom('application')
    .select('applicant_id')
    .where('id', '=', offered)
    .executeTakeFirstOrThrow();
  await server.db
    .insertInto('tenancy')
    .values({
      id: makeUuidV7(now, server.home.random(10)),
      place_id: await placeCalled(server, 'A01'),
      site_id: demoSite,
      application_id: offered,
      person_id: applicant_id,
      kind: 'hold',
      starts_at: at(now - 1000),
      ends_at: null,
      stands: true,
      lapses_at: at(now + 86_400_000),
      number_zh: null,
    })
    .execute();
}

export async function makePlaces(server: TestServer, people: People, region: string): Promise<PlacesWorld> {
  await makeLapsing(server, people.stranger.personId);
  const { db } = server;
  const now = server.clock.now();
  const newId = () => makeUuidV7(now, server.home.random(10));
  const [siteId, tenancyId, coming, over] = [newId(), newId(), newId(), newId()];
  await db
    .insertInto('place_site')
    .values({
      id: siteId,
      organisation_id: organisation,
      region_id: region,
      name_zh: '演示基地',
      address_zh: '演示地址',
      about_zh: '',
      terms: json(usualTerms),
      hours: json(usualHours),
    })
    .execute();
  const places = await db
    .insertInto('place')
    .values(
      (['desk', 'desk', 'studio'] as const).map((type, i) => ({
        site_id: siteId,
        floor: 1,
        spot: i,
        code: `M${i}`,
        type,
        detail_zh: '',
        rent_fen: 30_000,
        shut: null,
      })),
    )
    .returning('id')
    .execute();
  const [free = 0, taken = 0, hourly = 0] = places.map(({ id }) => id);
  const leader = people.leader.personId;
  const site = { siteId, organisationId: organisation };
  const [applicationId = ''] = await insertStanding(server, [{ state: 'waitlisted', personId: leader }], site);
  const [tenant = ''] = await insertStanding(server, [{ state: 'moved_in', personId: people.viewer.personId }], site);
  await db
    .insertInto('tenancy')
    .values({
      id: tenancyId,
      place_id: taken,
      site_id: siteId,
      application_id: tenant,
      person_id: people.viewer.personId,
      kind: 'agreement',
      starts_at: at(now - 86_400_000),
      ends_at: at(now + 300 * 86_400_000),
      stands: true,
      number_zh: '演示 1',
    })
    .execute();
  await db
    .insertInto('rent_month')
    .values({
      tenancy_id: tenancyId,
      n: 1,
      site_id: siteId,
      due_on: '2026-11-23',
      full_fen: 30_000,
      relief_percent: 0,
      due_fen: 30_000,
    })
    .execute();
  const hour = 3_600_000;
  const booked = { place_id: hourly, team_id: applicationId, person_id: leader, made_at: at(now) };
  await db
    .insertInto('place_booking')
    .values([
      { ...booked, id: coming, starts_at: at(now + 48 * hour), ends_at: at(now + 49 * hour) },
      { ...booked, id: over, starts_at: at(now - 2 * hour), ends_at: at(now - hour) },
    ])
    .execute();
  const bare = newId();
  await db
    .insertInto('organisation')
    .values({ id: bare, kind: 'incubator', name_zh: '演示孵化中心', region_id: null, active: true })
    .execute();
  await db
    .insertInto('role_grant')
    .values({
      id: newId(),
      person_id: people.operatorHere.personId,
      role: 'incubatorOperator',
      given_by: null,
      given_at: at(now),
      ...scopeColumns({ kind: 'organisation', organisationId: bare }),
    })
    .execute();
  return { siteId, bare, free, hourly, applicationId, tenancyId, coming, over };
}

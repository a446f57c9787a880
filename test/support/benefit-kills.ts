import { shanghaiDate } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { areas } from '../../cloudfunctions/core/areas';
import { draftStatements } from '../../cloudfunctions/core/lending/statements';
import { openSession } from '../../cloudfunctions/core/platform/identity';
import type { Home, StreamingHome } from '../../cloudfunctions/core/rpc/home';
import { makeServe } from '../../cloudfunctions/core/rpc/serve';
import { personaId } from '../../cloudfunctions/core/seeds/personas';
import { tidyClasses } from '../../cloudfunctions/core/training/class/by-the-clock';
import { insertStanding, insertWaiting, placeCalled, siteId } from './incubation';
import type { Killed } from './killed';
import { insertLentRows } from './lent-rows';
import type { TestServer } from './server';
import { openClass, people, plan } from './training';

const unlike = (what: string, found: number, wanted: number): string[] =>
  found === wanted ? [] : [`${what}: ${found} and not ${wanted}`];

/** A call as it is made twice with one key: it died on the way, its caller asks again. */
async function calling(server: TestServer, home: Home, as: string, path: string, input: object, key: string) {
  const token = await openSession(server.db, personaId(as), server.clock.now(), server.home.random);
  // What the dying one complains of is nobody's fault.
  const log = home.db === server.db ? server.home.log : { info: () => undefined, error: () => undefined };
  const serve = makeServe({ ...server.home, ...home, log } as StreamingHome, areas);
  return serve({ path, input, key, credential: { kind: 'session', token }, caller: 'kill' });
}

const expireJob = areas.find(({ name }) => name === 'benefits')?.jobs?.[0];

/** Statements of a quarter for so many loans: one each, and each desk and bank is told once of all of them together. */
export function draftingKilled(server: TestServer, size: number): Killed {
  const today = () => shanghaiDate(server.clock.now());
  let ids: string[] = [];
  return {
    name: 'drafting statements',
    async arrange() {
      await sql`update loan set drafts_on = null`.execute(server.db);
      await sql`delete from outbox where event = 'statements.drafted'`.execute(server.db);
      ids = await insertLentRows(server, size, { regionId: '141034', disbursedOn: '2026-07-01', draftsOn: today() });
    },
    act: draftStatements,
    async look() {
      const { rows } = await sql<{ statements: number; loans: number; events: number; said: number }>`
        select count(*)::int as statements, count(distinct loan_id)::int as loans,
          (select count(*)::int from outbox where event = 'statements.drafted') as events,
          (select coalesce(sum((payload ->> 'n')::int), 0)::int from outbox where event = 'statements.drafted') as said
        from loan_statement where loan_id = any(${ids}::uuid[])`.execute(server.db);
      const found = rows[0] ?? { statements: 0, loans: 0, events: 0, said: 0 };
      return [
        ...unlike('statements', found.statements, size),
        ...unlike('loans with one', found.loans, size),
        // So many of them a transaction, with one word each.
        ...unlike('words to desk and bank', found.events, Math.ceil(size / 50)),
        ...unlike('statements they speak of', found.said, size),
      ];
    },
  };
}

/** A desk's list to finance that dies on the way and is sent again by the same tap: one list, one live line a statement, each borrower told once. */
export function sendingKilled(server: TestServer, size: number): Killed {
  let ids: string[] = [];
  let key = '';
  const send = (home: Home) =>
    calling(server, home, 'loan-city', 'lending/sendStatements', { statementIds: ids, note: '核对无误' }, key);
  return {
    name: 'a list to finance',
    async arrange() {
      const loans = await insertLentRows(server, size, {
        regionId: '141032',
        disbursedOn: '2026-07-01',
        draftsOn: shanghaiDate(server.clock.now()),
      });
      await draftStatements(server.home);
      const { rows } = await sql<{
        id: string;
      }>`select id from loan_statement where loan_id = any(${loans}::uuid[])`.execute(server.db);
      ids = rows.map(({ id }) => id);
      key = crypto.randomUUID();
    },
    act: send,
    async again(home) {
      const { body } = await send(home);
      if (!body.ok) throw new Error(JSON.stringify(body.error));
    },
    async look() {
      const { rows } = await sql<{ lines: number; sources: number; lists: number; words: number }>`
        select count(*)::int as lines, count(distinct source_id)::int as sources, count(distinct batch_id)::int as lists,
          (select count(*)::int from outbox o where o.event = 'statement.ready' and split_part(o.subject, ':', 2)::uuid in
            (select loan_id from loan_statement where id = any(${ids}::uuid[]))) as words
        from payment_line where source_id = any(${ids}::uuid[]) and failed_at is null`.execute(server.db);
      const found = rows[0] ?? { lines: 0, sources: 0, lists: 0, words: 0 };
      return [
        ...unlike('lines', found.lines, size),
        ...unlike('statements on a list', found.sources, size),
        ...unlike('lists', found.lists, 1),
        ...unlike('borrowers told', found.words, size),
      ];
    },
  };
}

/** Offers of places that nobody answered go to the next in line: one live hold a place, each told once, nobody lost from the line. */
export function placesKilled(server: TestServer, codes: readonly string[]): Killed {
  let offered: string[] = [];
  let waiting: string[] = [];
  return {
    name: 'offers of places going down the line',
    async arrange() {
      await sql`update tenancy set stands = false`.execute(server.db);
      await sql`update place_wish set waiting = false`.execute(server.db);
      await sql`update application set lapses_at = null, state = 'withdrawn', waits = null, live = false, party = null where kind = 'incubator-place'`.execute(
        server.db,
      );
      const now = server.clock.now();
      offered = await insertStanding(
        server,
        codes.map(() => ({ state: 'offered', rank: 2 })),
      );
      waiting = await insertWaiting(
        server,
        codes.map(() => 3),
        now - 86_400_000,
      );
      for (const [i, code] of codes.entries()) {
        const lapsed = new Date(now - 60_000 - i);
        await sql`update application set lapses_at = ${lapsed} where id = ${offered[i]}`.execute(server.db);
        await sql`insert into tenancy (id, place_id, site_id, application_id, person_id, kind, starts_at, ends_at, stands, lapses_at)
          select gen_random_uuid(), ${await placeCalled(server, code)}, ${siteId}::uuid, a.id, a.applicant_id, 'hold', ${new Date(now - 8 * 86_400_000)}, null, true, ${lapsed}
          from application a where a.id = ${offered[i]}`.execute(server.db);
      }
    },
    act: (home) => expireJob?.run(home as never) ?? Promise.reject(new Error('nothing expires')),
    async look() {
      const all = [...offered, ...waiting];
      const { rows } = await sql<{ holds: number; places: number; line: number; made: number; lapsed: number }>`select
          count(*) filter (where t.stands)::int as holds, count(distinct t.place_id) filter (where t.stands)::int as places,
          (select count(*)::int from place_wish where waiting and application_id = any(${all}::uuid[])) as line,
          (select count(*)::int from outbox where event = 'offer.made' and payload ->> 'applicationId' = any(${all})) as made,
          (select count(*)::int from outbox where event = 'offer.lapsed' and payload ->> 'applicationId' = any(${all})) as lapsed
        from tenancy t where t.application_id = any(${all}::uuid[])`.execute(server.db);
      const found = rows[0] ?? { holds: 0, places: 0, line: 0, made: 0, lapsed: 0 };
      const n = codes.length;
      return [
        ...unlike('live holds', found.holds, n),
        ...unlike('places held', found.places, n),
        ...unlike('in line', found.line, all.length - n),
        ...unlike('told of an offer', found.made, n),
        ...unlike('told that one lapsed', found.lapsed, n),
      ];
    },
  };
}

/** A class opens for a topic and its seats are offered down the line: one class, everybody in it once, one offer a seat, each told once. */
export function classKilled(server: TestServer, seats: number, wishers: number): Killed {
  let topicId = '';
  let key = '';
  let planned = {};
  const open = (home: Home) => calling(server, home, 'city', 'training/openTopic', { topicId, ...planned }, key);
  return {
    name: 'a class that opens for a topic',
    async arrange() {
      topicId = crypto.randomUUID();
      key = crypto.randomUUID();
      planned = plan({ course: 'CUSTOM', title: '短视频带货', capacity: seats });
      const crowd = await people(server, wishers);
      const now = new Date(server.clock.now());
      await sql`insert into training_topic (id, title, about, needed, created_by, created_at)
        values (${topicId}, '短视频带货', '选品和直播', ${wishers}, ${personaId('city')}, ${now})`.execute(server.db);
      await sql`insert into topic_wish (topic_id, person_id, rank, wanted_at)
        select ${topicId}::uuid, p::uuid, 4, ${now}::timestamptz + n * interval '1 second'
        from unnest(${crowd}::text[]) with ordinality as w (p, n)`.execute(server.db);
    },
    async act(home) {
      await open(home);
      await tidyClasses(home);
    },
    async again(home) {
      const { body } = await open(home);
      if (!body.ok) throw new Error(JSON.stringify(body.error));
      await tidyClasses(home);
    },
    async look() {
      const { rows } = await sql<{
        classes: number;
        people: number;
        rows: number;
        offers: number;
        seats: number;
        words: number;
      }>`
        with own as (select e.* from enrolment e join training_class c on c.id = e.class_id where c.topic_id = ${topicId}::uuid)
        select (select count(*)::int from training_class where topic_id = ${topicId}::uuid) as classes,
          count(distinct person_id)::int as people, count(*)::int as rows, count(*) filter (where state = 'offered')::int as offers,
          count(distinct seat) filter (where state = 'offered')::int as seats,
          (select count(*)::int from outbox o where o.event = 'class.offered' and o.payload ->> 'classId' in
            (select id::text from training_class where topic_id = ${topicId}::uuid)) as words
        from own`.execute(server.db);
      const found = rows[0] ?? { classes: 0, people: 0, rows: 0, offers: 0, seats: 0, words: 0 };
      return [
        ...unlike('classes', found.classes, 1),
        ...unlike('people in line or offered', found.people, wishers),
        ...unlike('times they are there', found.rows, wishers),
        ...unlike('offers', found.offers, seats),
        ...unlike('seats offered', found.seats, seats),
        ...unlike('told of an offer', found.words, seats),
      ];
    },
  };
}

/** Offers of seats that ran out go down the line. */
export function seatsKilled(server: TestServer, seats: number): Killed {
  let classId = '';
  return {
    name: 'offers of seats going down the line',
    async arrange() {
      classId = await openClass(server, { capacity: seats });
      const crowd = await people(server, 2 * seats);
      const now = server.clock.now();
      await sql`with made as materialized (select n, p::uuid as person, gen_random_uuid() as id
            from unnest(${crowd}::text[]) with ordinality as w (p, n)),
          subjects as (insert into subject (id, kind, created_at) select id, 'enrolment', ${new Date(now)} from made)
        insert into enrolment (id, state, waits, version, changed_at, class_id, person_id, rank, asked_at, seat, offer_ends_at)
        select id, case when n <= ${seats} then 'offered' else 'waitlisted' end, case when n <= ${seats} then 'own' end, 2, ${new Date(now)},
          ${classId}::uuid, person, 4, ${new Date(now)}::timestamptz + n * interval '1 second',
          case when n <= ${seats} then n end, case when n <= ${seats} then ${new Date(now - 1000)}::timestamptz end from made`.execute(
        server.db,
      );
    },
    act: tidyClasses,
    async look() {
      const { rows } = await sql<{ offers: number; seats: number; cancelled: number; words: number; ended: number }>`
        select count(*) filter (where state = 'offered')::int as offers, count(distinct seat) filter (where state = 'offered')::int as seats,
          count(*) filter (where state = 'cancelled')::int as cancelled,
          (select count(*)::int from outbox where event = 'class.offered' and payload ->> 'classId' = ${classId}) as words,
          (select count(*)::int from outbox where event = 'class.offerLapsed' and payload ->> 'classId' = ${classId}) as ended
        from enrolment where class_id = ${classId}::uuid`.execute(server.db);
      const found = rows[0] ?? { offers: 0, seats: 0, cancelled: 0, words: 0, ended: 0 };
      return [
        ...unlike('offers', found.offers, seats),
        ...unlike('seats offered', found.seats, seats),
        ...unlike('offers that ended', found.cancelled, seats),
        ...unlike('told of an offer', found.words, seats),
        ...unlike('told that one ended', found.ended, seats),
      ];
    },
  };
}

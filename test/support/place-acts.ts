import { sql } from 'kysely';
import type { Random } from '../trials/random';
import { insertWaiting, movePlace, operator, placeCalled, sharedPlaces, siteId } from './incubation';
import { type Act, actIn, anyAct, type Modelled, type PlaceModel } from './place-model';
import type { TestServer } from './server';

/** How applications stand in the database, as the model knows them. */
async function standing({ db }: TestServer, ids: readonly string[]): Promise<Modelled[]> {
  const { rows } = await sql<Modelled>`select a.id, w.rank, w.joined_at as "joinedAt", w.let_go as "letGo", a.state,
    t.place_id as "placeId", t.lapses_at as "lapsesAt" from application a join place_wish w on w.application_id = a.id
    left join tenancy t on t.application_id = a.id and t.stands where a.id = any(${[...ids]}::uuid[]) order by a.id`.execute(
    db,
  );
  return rows;
}

/** The same act at the server. */
async function actAt(server: TestServer, act: Act, personOf: ReadonlyMap<string, string>, tick: () => Promise<void>) {
  if (act.act === 'wait') {
    server.clock.set(act.until);
    // What was made to try the rules lives longer than a session.
    await server.db
      .updateTable('session')
      .set({ expires_at: new Date(act.until + 86_400_000) })
      .execute();
    await tick();
    return null;
  }
  server.clock.pass(1000);
  if (act.act !== 'offer') {
    const code = await movePlace(server, personOf.get(act.id) ?? '', act.id, act.act);
    return code === 200 ? null : code;
  }
  const { body } = await server.call(operator, 'incubation/offer', { siteId, placeId: act.placeId });
  return body.ok ? null : body.error.code;
}

/**
 * Random acts at the server and by the rules alone, which have to come to the same after each.
 * @returns the first difference, in words; null: there is none
 */
export async function actsAgree(
  server: TestServer,
  tick: () => Promise<void>,
  random: Random,
  { acts, people }: { acts: number; people: number },
): Promise<string | null> {
  const ids = await insertWaiting(
    server,
    Array.from({ length: people }, (_, i) => 1 + (i % 3)),
    server.clock.now() - 3_600_000,
  );
  const { rows } = await sql<{ id: string; person: string }>`select id, applicant_id as person from application
    where id = any(${ids}::uuid[])`.execute(server.db);
  const personOf = new Map(rows.map(({ id, person }) => [id, person]));
  const places = await Promise.all(['A11', 'A12', 'A13'].map((code) => placeCalled(server, code)));
  const model: PlaceModel = {
    now: server.clock.now(),
    places,
    applications: await standing(server, ids),
    signBy: new Map(),
  };
  for (let n = 0; n < acts; n += 1) {
    const act = anyAct(random, model);
    const [said, came] = [actIn(model, act), await actAt(server, act, personOf, tick)];
    if (said !== came) return `act ${n}, ${JSON.stringify(act)}: the rules say ${said}, the server ${came}`;
    const is = JSON.stringify(await standing(server, ids));
    const should = JSON.stringify([...model.applications].sort((a, b) => (a.id < b.id ? -1 : 1)));
    if (is !== should) return `act ${n}, ${JSON.stringify(act)}:\n${should}\n${is}`;
  }
  return (await sharedPlaces(server)) === 0 ? null : 'two were in a place at once';
}

/** So many calls at once, each for one of the places. @returns how many were answered how */
export async function offersAtOnce(
  server: TestServer,
  calls: number,
  codes: readonly string[],
  operators: readonly string[] = [operator],
) {
  const places = await Promise.all(codes.map((code) => placeCalled(server, code)));
  const replies = await Promise.all(
    Array.from({ length: calls }, (_, i) =>
      server.call(operators[i % operators.length] ?? operator, 'incubation/offer', {
        siteId,
        placeId: places[i % places.length],
      }),
    ),
  );
  const counts: Record<string, number> = {};
  for (const { status, body } of replies) {
    const word = body.ok ? String(status) : body.error.code;
    counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}

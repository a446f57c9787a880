import { nextInLine, type Waiting } from '@shared/incubation/waitlist';
import { officialCalendar } from '@shared/kernel/holidays';
import { endOfDayExclusive, shanghaiDate } from '@shared/kernel/shanghai';
import { addWorkdays, lastCalendarDay } from '@shared/kernel/workdays';
import type { Random } from '../trials/random';

/** An application as the model knows it. Times in epoch milliseconds. */
export type Modelled = {
  id: string;
  rank: number;
  joinedAt: number;
  letGo: number[];
  state: 'waitlisted' | 'offered' | 'accepted' | 'withdrawn' | 'declined';
  placeId: number | null;
  lapsesAt: number | null;
};

/** `signBy`: until when whoever accepted has to sign, by their id. */
export type PlaceModel = {
  now: number;
  places: readonly number[];
  applications: Modelled[];
  signBy: Map<string, number>;
};

export type Act =
  | { act: 'offer'; placeId: number }
  | { act: 'accept' | 'decline' | 'withdraw'; id: string }
  | { act: 'wait'; until: number };

const waitingIn = ({ applications }: PlaceModel): Waiting[] =>
  applications
    .filter(({ state }) => state === 'waitlisted')
    .map(({ id, rank, joinedAt, letGo }) => ({ applicationId: id, rank, joinedAt, type: 'desk', declined: letGo }));

const holderOf = ({ applications }: PlaceModel, placeId: number) => applications.find((one) => one.placeId === placeId);

/** Holds a free place for the first in line; what the model says of it where it cannot. */
function offer(model: PlaceModel, placeId: number): string | null {
  if (holderOf(model, placeId)) return 'INCUBATION_PLACE_TAKEN';
  const next = nextInLine(waitingIn(model), { placeId, type: 'desk' });
  const one = model.applications.find(({ id }) => id === next?.applicationId);
  if (!one) return 'INCUBATION_NOBODY_WAITS';
  const { due } = lastCalendarDay(shanghaiDate(model.now), 7, officialCalendar);
  Object.assign(one, { state: 'offered', placeId, lapsesAt: endOfDayExclusive(due) });
  return null;
}

/** Lets a place go, and holds it for the next. */
function letGo(model: PlaceModel, one: Modelled, state: 'waitlisted' | 'withdrawn' | 'declined'): void {
  const { placeId } = one;
  const joinedAt = state === 'waitlisted' ? model.now : one.joinedAt;
  Object.assign(one, { state, placeId: null, lapsesAt: null, joinedAt });
  if (placeId === null) return;
  one.letGo = [...one.letGo, placeId];
  offer(model, placeId);
}

/** What an act comes to, by the rules alone; the code of the refusal, or null. */
export function actIn(model: PlaceModel, act: Act): string | null {
  if (act.act === 'wait') {
    model.now = act.until;
    const lapsed = model.applications
      .filter(({ state, lapsesAt }) => state === 'offered' && lapsesAt !== null && lapsesAt <= act.until)
      .sort((a, b) => (a.lapsesAt ?? 0) - (b.lapsesAt ?? 0) || (a.id < b.id ? -1 : 1));
    for (const one of lapsed) letGo(model, one, 'waitlisted');
    const signBy = ({ id }: Modelled) => model.signBy.get(id) ?? Number.POSITIVE_INFINITY;
    const unsigned = model.applications
      .filter((one) => one.state === 'accepted' && signBy(one) <= act.until)
      .sort((a, b) => signBy(a) - signBy(b) || (a.id < b.id ? -1 : 1));
    for (const one of unsigned) letGo(model, one, 'declined');
    return null;
  }
  model.now += 1000;
  if (act.act === 'offer') return offer(model, act.placeId);
  const one = model.applications.find(({ id }) => id === act.id);
  if (!one) throw new Error('Nobody is called that.');
  if (act.act === 'withdraw') {
    if (one.state === 'withdrawn' || one.state === 'declined') return 'INCUBATOR_PLACE_MOVE_NOT_ALLOWED';
    letGo(model, one, 'withdrawn');
    return null;
  }
  if (one.state !== 'offered') return 'INCUBATOR_PLACE_MOVE_NOT_ALLOWED';
  if (act.act === 'accept') {
    Object.assign(one, { state: 'accepted', lapsesAt: null });
    model.signBy.set(one.id, endOfDayExclusive(addWorkdays(shanghaiDate(model.now), 10, officialCalendar).due));
  } else letGo(model, one, 'waitlisted');
  return null;
}

/** Any act, oftener those that change something. */
export function anyAct(random: Random, { now, places, applications }: PlaceModel): Act {
  const one = <T>(of: readonly T[]): T => random.oneOf(of.map((each) => [each, 1] as const));
  const offered = applications.filter(({ state }) => state === 'offered');
  const about = offered.length > 0 && random.between(0, 1) < 0.8 ? one(offered) : one(applications);
  const act = random.oneOf([
    ['offer', 4],
    ['decline', 4],
    ['wait', 3],
    ['accept', 1],
    ['withdraw', 1],
  ] as const);
  if (act === 'offer') return { act, placeId: one(places) };
  if (act === 'wait') return { act, until: now + Math.floor(random.between(1, 6)) * 86_400_000 };
  return { act, id: about.id };
}

/** What must hold whatever is done. */
export function faultsOf({ now, applications }: PlaceModel): string[] {
  const held = applications.flatMap(({ placeId }) => placeId ?? []);
  return [
    ...(new Set(held).size === held.length ? [] : ['two in a place']),
    ...applications.flatMap(({ id, state, placeId, lapsesAt }) => {
      const has = state === 'offered' || state === 'accepted';
      if (has !== (placeId !== null)) return [`${id} is ${state} with place ${placeId}`];
      return state === 'offered' && (lapsesAt ?? 0) <= now ? [`${id} holds what has lapsed`] : [];
    }),
  ];
}

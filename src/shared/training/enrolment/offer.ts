import { addDays, shanghaiDate, startOfDay } from '../../kernel/shanghai';

const hour = 3_600_000;
/** Nobody is asked to decide at night: what is offered from 21:00 on counts from 08:00. */
const night = { from: 21 * hour, to: 8 * hour };

/** When the term of an offer begins that is made now (epoch milliseconds). */
export function offerFrom(now: number): number {
  const today = shanghaiDate(now);
  const intoDay = now - startOfDay(today);
  if (intoDay < night.to) return startOfDay(today) + night.to;
  return intoDay >= night.from ? startOfDay(addDays(today, 1)) + night.to : now;
}

/**
 * Until when a seat is held that is offered now, exclusive; null: no offer can be made any more, since its term would begin when the class
 * does. It never outlasts the start. In epoch milliseconds.
 * @param offerHours for how long it is held
 */
export function offerEnds(now: number, startsAt: number, offerHours: number): number | null {
  const from = offerFrom(now);
  return from < startsAt ? Math.min(from + offerHours * hour, startsAt) : null;
}

import { lastMomentZh, openingZh } from '../../kernel/moment-words';
import { type Refusal, refuse } from '../../kernel/result';
import { endOfDayExclusive, startOfDay } from '../../kernel/shanghai';
import type { Span } from '../phase';

/** The city's window of a phase: its bounds where it set them, and whether a region may move its own inside them. In epoch milliseconds. */
export type CityWindow = { span: Span | null; mayMove: boolean };

/**
 * The span of a first and a last day, both whole; at the city's own first and last day its hour counts.
 * @param first `YYYY-MM-DD`, as `last`
 */
export function spanOfDays(first: string, last: string, { span }: CityWindow): Span {
  const [opens, closes] = [startOfDay(first), endOfDayExclusive(last)];
  if (span === null) return { opensAt: opens, closesAt: closes };
  const within = (instant: number) => instant > opens && instant < opens + dayMs;
  const before = (instant: number) => instant > closes - dayMs && instant < closes;
  return {
    opensAt: within(span.opensAt) ? span.opensAt : opens,
    closesAt: before(span.closesAt) ? span.closesAt : closes,
  };
}

const dayMs = 86_400_000;

type Move = { phaseZh: string; city: CityWindow; was: Span | null; wanted: Span; now: number };

/** Why a region may not move its window so; null when it may. What has begun keeps its beginning, and nothing ends in the past. */
export function refuseWindow({ phaseZh, city, was, wanted, now }: Move): Refusal | null {
  if (!city.mayMove) return refuse('COMPETITION_WINDOW_FIXED', `${phaseZh}的时间全市统一，不能单独修改`);
  const wrong = (field: 'first' | 'last', sentence: string) =>
    refuse('COMPETITION_WINDOW_OUTSIDE', sentence, { [field]: sentence });
  if (wanted.closesAt <= wanted.opensAt) return wrong('last', '最后一天不能早于第一天');
  if (city.span !== null && wanted.opensAt < city.span.opensAt)
    return wrong('first', `不能早于全市的开始时间${openingZh(city.span.opensAt, now)}`);
  if (city.span !== null && wanted.closesAt > city.span.closesAt)
    return wrong('last', `不能晚于全市的截止时间${lastMomentZh(city.span.closesAt, now)}`);
  if (was !== null && was.opensAt <= now && wanted.opensAt !== was.opensAt)
    return wrong('first', `${phaseZh}${openingZh(was.opensAt, now)}已经开始，第一天不能再改`);
  if (wanted.closesAt <= now) return wrong('last', '最后一天已经过去，请改到今天或以后');
  return null;
}

import { makeCallCounter } from '../../../cloudfunctions/core/platform/call-rate';

const now = 1_795_482_000_000;
const person = { kind: 'person', id: 'p' } as const;
const limited = expect.objectContaining({ code: 'RATE_LIMITED' });

test('processes that tell one another what was spent have one limit together', () => {
  const [one, other] = [makeCallCounter(true), makeCallCounter(true)];
  one.spend(person, 500, now);
  other.spend(person, 300, now);
  const told = one.takeSpent();
  expect(told).toEqual({ minute: Math.floor(now / 60_000), costs: [['person:p', 500]] });
  expect(one.takeSpent()).toBeNull();
  if (told) other.addSpent(told);
  other.spend(person, 100, now);
  expect(() => other.spend(person, 1, now)).toThrow(limited);
  // What it was told is not told on.
  expect(other.takeSpent()?.costs).toEqual([['person:p', 401]]);
});

test('what was spent in a minute that is over counts for nothing', () => {
  const [one, other] = [makeCallCounter(true), makeCallCounter(true)];
  one.spend(person, 900, now);
  other.spend(person, 1, now + 60_000);
  const told = one.takeSpent();
  if (told) other.addSpent(told);
  expect(() => other.spend(person, 899, now + 60_000)).not.toThrow();
});

test('who answers alone tells nobody', () => {
  const counter = makeCallCounter();
  counter.spend(person, 5, now);
  expect(counter.takeSpent()).toBeNull();
});

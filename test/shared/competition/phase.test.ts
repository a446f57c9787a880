import { phaseState } from '@shared/competition/phase';
import { fromRfc3339 } from '@shared/kernel/shanghai';

const at = (text: string) => fromRfc3339(text) ?? Number.NaN;
const phase = { opensAt: at('2026-11-04T00:00:00+08:00'), closesAt: at('2026-12-14T00:00:00+08:00') };

test.each([
  ['2026-11-03T23:59:59+08:00', 'before'],
  ['2026-11-04T00:00:00+08:00', 'open'],
  ['2026-12-13T23:59:59+08:00', 'open'],
  ['2026-12-14T00:00:00+08:00', 'closed'],
])('at %s the phase is %s', (now, state) => {
  expect(phaseState(phase, at(now))).toBe(state);
});

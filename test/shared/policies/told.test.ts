import { reachZh } from '@shared/policies/reach';
import { type Counts, toldGroups } from '@shared/policies/told/groups';

const counts = (reached: number, more: Partial<Counts> = {}): Counts => ({
  reached,
  read: 0,
  opened: 0,
  applied: 0,
  phoneSent: 0,
  phoneWaiting: 0,
  failed: [],
  ...more,
});

test('numbers of a handful are told by no number, and neither wording is found by taking one from the other', () => {
  expect(toldGroups(counts(0), counts(0))).toEqual([]);
  expect(toldGroups(counts(10, { read: 1 }), counts(0))).toEqual([{ zh: '符合', counts: counts(10, { read: 1 }) }]);
  expect(toldGroups(counts(0), counts(9))).toEqual([{ zh: '可能符合', counts: null }]);
  expect(toldGroups(counts(4), counts(5))).toEqual([{ zh: '符合或可能符合', counts: null }]);
  expect(toldGroups(counts(10), counts(10))).toEqual([
    { zh: '符合', counts: counts(10) },
    { zh: '可能符合', counts: counts(10) },
  ]);
  const failed = [{ zh: '没有接受', n: 1 }];
  expect(toldGroups(counts(500, { failed, opened: 3 }), counts(1, { failed, opened: 1 }))).toEqual([
    { zh: '符合或可能符合', counts: counts(501, { failed: [{ zh: '没有接受', n: 2 }], opened: 4 }) },
  ]);
  expect([
    reachZh({ surely: 0, perhaps: 0 }),
    reachZh({ surely: 3, perhaps: 0 }),
    reachZh({ surely: 1200, perhaps: 1 }),
    reachZh({ surely: 1200, perhaps: 30 }),
  ]).toEqual([
    '没有新符合条件的人',
    '不足 10 人新符合条件',
    '1,201 人新符合或可能新符合条件',
    '1,200 人新符合条件，另有 30 人可能符合',
  ]);
});

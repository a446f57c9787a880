import { allClearZh, checksOf, fourLists, refuseUnchecked } from '@shared/screening/checks';

const checks = [
  { code: 'a', zh: '甲名单', required: true },
  { code: 'b', zh: '乙名单', required: true },
  { code: 'c', zh: '丙名单', required: false },
];

test('approval waits for each list that is required, and the last look at it counts', () => {
  expect(refuseUnchecked(checks, [])?.message).toBe('请先登记核查结果：“甲名单”、“乙名单”');
  expect(refuseUnchecked(checks, [{ code: 'b', clear: true }])?.message).toBe('请先登记核查结果：“甲名单”');
  const listed = [
    { code: 'a', clear: true },
    { code: 'b', clear: true },
    { code: 'a', clear: false },
    { code: 'c', clear: false },
  ];
  expect(refuseUnchecked(checks, listed)).toMatchObject({ code: 'SCREENING_LISTED' });
  expect(refuseUnchecked(checks, [...listed, { code: 'a', clear: true }])).toBeNull();
});

test('an edition that names none has the four lists of the declaration, for none of which approval waits', () => {
  expect(checksOf({})).toBe(fourLists);
  expect(refuseUnchecked(fourLists, [])).toBeNull();
  expect([allClearZh(4), allClearZh(2), allClearZh(12)]).toEqual([
    '四项名单均未列入',
    '两项名单均未列入',
    '12项名单均未列入',
  ]);
});

import { filterFrom, filtersSet, queueLink, wholeQueue } from '../../../../src/features/screening/queue/queue-link';

test('the whole queue is a link without parameters, and reads back as itself', () => {
  expect(queueLink(wholeQueue)).toBe('/packages/staff/queue/index');
  expect(filterFrom({})).toEqual(wholeQueue);
});

test('every filter stands in the link and is read back from it', () => {
  const filter = {
    contestId: 'LF-XH-2026-141033',
    state: 'returned',
    trackCode: 'rural',
    claimed: 'mine',
    overdue: true,
    q: '香菇',
  } as const;
  const link = queueLink(filter);
  expect(link).toBe(
    '/packages/staff/queue/index?contestId=LF-XH-2026-141033&state=returned&trackCode=rural&claimed=mine&overdue=1&q=%E9%A6%99%E8%8F%87',
  );
  expect(filterFrom(Object.fromEntries(new URL(link, 'http://x').searchParams))).toEqual(filter);
  expect(filtersSet(filter)).toBe(4);
});

test('an unknown value in a link is not passed on', () => {
  expect(filterFrom({ claimed: 'everyone', overdue: 'yes' })).toEqual(wholeQueue);
});

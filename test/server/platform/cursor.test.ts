import { decodeCursor, encodeCursor } from '../../../cloudfunctions/core/platform/cursor';

const filter = { contestId: 'LF-XH-2026-141033', state: 'waiting', q: '' };

test('a place comes back as it went, whatever the order of the filter’s keys', () => {
  const text = encodeCursor(filter, '2026-12-01', '01990000-0000-7000-8000-000000000001');
  expect(text).toMatch(/^[\w-]+$/);
  const place = { value: '2026-12-01', id: '01990000-0000-7000-8000-000000000001' };
  expect(decodeCursor({ q: '', state: 'waiting', contestId: 'LF-XH-2026-141033' }, text)).toEqual(place);
  expect(decodeCursor(filter, encodeCursor(filter, null, 'x'))).toEqual({ value: null, id: 'x' });
});

test('no cursor is the first page', () => {
  expect([decodeCursor(filter, null), decodeCursor(filter, undefined), decodeCursor(filter, '')]).toEqual([
    null,
    null,
    null,
  ]);
});

test.each([
  ['another filter’s', encodeCursor({ ...filter, q: '核桃' }, 1, 'x')],
  ['a broken', 'e30'],
  ['a made-up', Buffer.from('["x",1,"y"]').toString('base64url')],
  ['a not even readable', '%%%'],
])('%s cursor is refused, so that nobody reads on in a list that has changed', (_, text) => {
  expect(() => decodeCursor(filter, text)).toThrow(expect.objectContaining({ code: 'CURSOR_OUTDATED' }));
});

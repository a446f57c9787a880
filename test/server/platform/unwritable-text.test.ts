import { unwritablePaths } from '../../../cloudfunctions/core/platform/unwritable-text';

test('what a database can keep has no path', () => {
  expect(unwritablePaths({ a: '蒲县 👨‍👩‍👧 𠮷', b: [1, null, true, '\n\t'], c: { d: '' } })).toEqual([]);
});

test('a NUL or half a surrogate pair is named by its place', () => {
  expect(unwritablePaths({ name: '核\0桃', rows: [{ note: '\ud800' }, { note: 'ok' }], low: 'x\udc00' })).toEqual([
    'name',
    'rows.0.note',
    'low',
  ]);
});

test('a name that cannot be kept is told at the object that holds it', () => {
  expect(unwritablePaths({ data: { '蒲\0县': 1 } })).toEqual(['data']);
  expect(unwritablePaths('\0')).toEqual(['']);
});

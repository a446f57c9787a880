import type { Verdict } from '@shared/screening/marks';
import { judgeRows, rowVerdict } from '@shared/screening/rows';

const rows = ['name', 'uscc', 'address'];
const mark = (verdict: Verdict, fields: string[] = [], seen: string[] = []) => ({ verdict, fields, seen });

test('a part follows its rows: wrong with the first that is wrong, in order with the last that is', () => {
  const first = judgeRows(mark('unread'), rows, ['name'], 'ok');
  expect(first).toEqual(mark('unread', [], ['name']));
  const wrong = judgeRows(first, rows, ['uscc'], 'fault');
  expect(wrong).toEqual(mark('fault', ['uscc'], ['name']));
  expect(rows.map((row) => rowVerdict(wrong, row))).toEqual(['ok', 'fault', 'unread']);
  expect(judgeRows(wrong, rows, ['uscc'], 'ok')).toEqual(mark('unread', [], ['name', 'uscc']));
  expect(judgeRows(wrong, rows, ['uscc', 'address'], 'ok')).toEqual(mark('ok', [], rows));
});

test('of a part in order one row may still be found wrong, and the others stay in order', () => {
  expect(judgeRows(mark('ok'), rows, ['address'], 'fault')).toEqual(mark('fault', ['address'], ['name', 'uscc']));
});

test('a part that is wrong as a whole stays so until every row is in order, or one is named', () => {
  const whole = mark('fault');
  expect(judgeRows(whole, rows, ['name'], 'ok')).toEqual(mark('fault', [], ['name']));
  expect(judgeRows(whole, rows, ['name'], 'fault')).toEqual(mark('fault', ['name'], []));
  expect(judgeRows(whole, rows, rows, 'ok').verdict).toBe('ok');
});

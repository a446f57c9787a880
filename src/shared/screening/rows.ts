import type { Mark, Verdict } from './marks';

/** What is judged of one part row by row. */
export type RowMarks = Pick<Mark, 'verdict' | 'fields' | 'seen'>;

/** How one row of a part stands. */
export function rowVerdict({ verdict, fields, seen }: RowMarks, field: string): Verdict {
  if (verdict === 'ok') return 'ok';
  if (verdict === 'fault' && fields.includes(field)) return 'fault';
  return seen.includes(field) ? 'ok' : 'unread';
}

/**
 * Judges rows of a part, and with them the part: it is wrong as soon as one row is, in order when all are, unread until then. One that was
 * found wrong as a whole, with no row named, stays wrong until every row is in order.
 * @param rows every row of the part, by its field
 */
export function judgeRows(
  mark: RowMarks,
  rows: readonly string[],
  judged: readonly string[],
  verdict: 'ok' | 'fault',
): { verdict: Verdict; fields: string[]; seen: string[] } {
  const now = (row: string) => (judged.includes(row) ? verdict : rowVerdict(mark, row));
  const fields = rows.filter((row) => now(row) === 'fault');
  const seen = rows.filter((row) => now(row) === 'ok');
  const all = seen.length === rows.length;
  const asAWhole = mark.verdict === 'fault' && mark.fields.length === 0;
  return { verdict: all ? 'ok' : fields.length > 0 || asAWhole ? 'fault' : 'unread', fields, seen };
}

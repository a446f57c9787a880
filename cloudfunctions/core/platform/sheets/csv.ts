import { typedLine } from '@shared/kernel/typed/typed';

/** A cell that a spreadsheet reads as it was written: quoted, and what would begin a formula begins with an apostrophe. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const plain = /^[=+\-@\r]/.test(value) ? `'${value}` : value;
  return `"${plain.replaceAll('"', '""')}"`;
}

/**
 * A table as a file that spreadsheets open by a tap: UTF-8 with its mark, so that Chinese is read as Chinese.
 * @param rows numbers stay numbers; long numbers that are no amounts come as text, which spreadsheets would round
 */
export const csvOf = (rows: ReadonlyArray<ReadonlyArray<string | number>>): Buffer =>
  Buffer.from(`\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`, 'utf8');

/**
 * Reads such a table: quoted cells, either line end, commas or tabs as they are copied out of a spreadsheet. Each cell is plain as a typed line is; rows that hold
 * nothing are left out.
 * @returns each row with its line, from 1
 */
export function readCsv(text: string): Array<{ line: number; cells: string[] }> {
  const rows: Array<{ line: number; cells: string[] }> = [];
  let cells: string[] = [];
  let value = '';
  let quoted = false;
  let line = 1;
  let began = 1;
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const endRow = () => {
    cells.push(typedLine(value).value);
    if (cells.some((each) => each !== '')) rows.push({ line: began, cells });
    cells = [];
    value = '';
  };
  for (let i = 0; i < plain.length; i += 1) {
    const letter = plain[i] ?? '';
    if (letter === '\n') line += 1;
    if (quoted) {
      if (letter !== '"') value += letter;
      else if (plain[i + 1] === '"') {
        value += '"';
        i += 1;
      } else quoted = false;
    } else if (letter === '"' && value.trim() === '') {
      quoted = true;
      value = '';
    } else if (letter === ',' || letter === '\t') {
      cells.push(typedLine(value).value);
      value = '';
    } else if (letter === '\n') {
      endRow();
      began = line;
    } else value += letter;
  }
  endRow();
  return rows;
}

import type { HandedOver } from './handed-over';

const union = (some: ReadonlySet<string>, more: ReadonlySet<string>) => new Set([...some, ...more]);

type Row = Readonly<Record<string, unknown>>;

/**
 * The same in parts of which each fits into an answer, nothing left out: the first holds whatever fits in the order in which it is handed out, and
 * so on. What is new meanwhile comes in front, so that a later part may repeat a row and misses none.
 * @param most bytes of a part's rows as JSON
 * @param mostLetters different letters of a part, of which a paper embeds each
 */
export function partsOf(all: HandedOver, most: number, mostLetters = Number.POSITIVE_INFINITY): HandedOver[] {
  const parts: HandedOver[] = [{ ...all, sections: [] }];
  let bytes = 0;
  let letters = new Set<string>();
  for (const section of all.sections) {
    let rows: Row[] | null = null;
    for (const row of section.rows) {
      const text = JSON.stringify(row, null, 4);
      const size = Buffer.byteLength(text);
      const own = new Set(text);
      if (bytes > 0 && (bytes + size > most || union(letters, own).size > mostLetters)) {
        parts.push({ ...all, sections: [] });
        bytes = 0;
        letters = new Set();
        rows = null;
      }
      if (rows === null) {
        rows = [];
        parts.at(-1)?.sections.push({ ...section, rows });
      }
      rows.push(row);
      bytes += size;
      letters = union(letters, own);
    }
  }
  return parts;
}

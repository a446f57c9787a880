/** How many places are added at once, and how many a site has. */
export const mostAtOnce = 50;
export const mostPlaces = 2_000;

/** Numbers that follow each other: `A08`, 3 → A08, A09, A10. Null: there are several, and the first ends with no number. */
export function codesFrom(first: string, many: number): string[] | null {
  if (many === 1) return [first];
  const found = /^(.*?)(\d+)$/.exec(first);
  const [, before = '', digits = ''] = found ?? [];
  if (digits === '') return null;
  const from = Number(digits);
  return Array.from({ length: many }, (_, i) => `${before}${String(from + i).padStart(digits.length, '0')}`);
}

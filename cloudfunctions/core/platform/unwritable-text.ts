/** NUL, which PostgreSQL keeps in no text, and half of a surrogate pair, which is no character in UTF-8 or jsonb. */
const isUnwritable = (text: string): boolean => text.includes('\0') || /\p{Surrogate}/u.test(text);

/**
 * Form paths of every text (or name of a field) in a parsed input that cannot be kept; empty when all can.
 * @param value plain JSON, no deeper than its schema
 */
export function unwritablePaths(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return isUnwritable(value) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    isUnwritable(name) ? [path] : unwritablePaths(inner, path === '' ? name : `${path}.${name}`),
  );
}

/** FNV-1a over the characters: the same name gives the same code on every machine. */
function digest(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}

/**
 * The code of a new item, made from its name for the person who adds it. It never changes afterwards, whatever the item is called then: everything
 * refers to it.
 * @param taken codes that stand, now or in any version that was published
 */
export function nextCode(zh: string, taken: readonly string[]): string {
  const base = `n${digest(zh).toString(36)}`;
  let code = base;
  for (let n = 2; taken.includes(code); n += 1) code = `${base}-${n}`;
  return code;
}

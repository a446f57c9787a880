/** A PDF string, `(…)` or `<…>` (ISO 32000-1, 7.3.4), that begins at or behind `from`, as bytes. Undefined when none does. */
export function stringAt(text: string, from: number): Buffer | undefined {
  const start = from + (/^\s*/.exec(text.slice(from, from + 64))?.[0].length ?? 0);
  if (text[start] === '<' && text[start + 1] !== '<') {
    const end = text.indexOf('>', start);
    const digits = end === -1 ? '' : text.slice(start + 1, end).replace(/[^0-9A-Fa-f]/g, '');
    return end === -1 ? undefined : Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
  }
  return text[start] === '(' ? literal(text, start + 1) : undefined;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const longest = 1024;

function literal(text: string, start: number): Buffer | undefined {
  let result = '';
  let depth = 1;
  let at = start;
  while (at < text.length && result.length < longest) {
    const char = text[at] ?? '';
    if (char === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0];
      if (octal !== undefined) {
        result += String.fromCharCode(Number.parseInt(octal, 8) & 255);
        at += 1 + octal.length;
        continue;
      }
      const next = text[at + 1] ?? '';
      const lineEnd = next === '\r' && text[at + 2] === '\n' ? 2 : 1;
      if (next !== '\r' && next !== '\n') result += escapes[next] ?? next;
      at += 1 + lineEnd;
      continue;
    }
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (depth === 0) return Buffer.from(result, 'latin1');
    // A line's end inside a string is one line feed, however it is written.
    if (char === '\r') {
      result += '\n';
      at += text[at + 1] === '\n' ? 2 : 1;
      continue;
    }
    result += char;
    at += 1;
  }
  return undefined;
}

/** The number that stands behind a name in a dictionary. */
export function numberOf(text: string, name: string): number | undefined {
  const found = new RegExp(`/${name}\\s+(-?\\d{1,12})(?!\\s+\\d+\\s+R)`).exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** The string that stands behind a name in a dictionary. */
export function stringOf(text: string, name: string): Buffer | undefined {
  const found = new RegExp(`/${name}(?=[\\s(<])`).exec(text);
  return found === null ? undefined : stringAt(text, found.index + found[0].length);
}

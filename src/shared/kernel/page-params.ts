/** A part of an address in plain text; as it stands when it is no valid encoding (a lone `%`), rather than an error. */
function plain(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/**
 * A page's parameters in plain text. WeChat hands them to the page as they stand in the address; only its simulator decodes them.
 * What Taro adds for its own use (`stamp`, `$taroTimestamp`) is no parameter of ours and is left out.
 */
export function plainParams(given: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      typeof value === 'string' && name !== 'stamp' && !name.startsWith('$') ? [[name, plain(value)]] : [],
    ),
  );
}

/** An address taken apart, its parameters in plain text; the path without its first slash. */
export function readAddress(url: string): { path: string; params: Record<string, string> } {
  const [path = '', query = ''] = url.split('?');
  const given = query.split('&').flatMap((part) => {
    const [name = '', ...rest] = part.split('=');
    return name === '' ? [] : [[name, rest.join('=')] as const];
  });
  return { path: path.replace(/^\//, ''), params: plainParams(Object.fromEntries(given)) };
}

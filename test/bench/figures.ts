/** How figures are written in the tables. */
export const ms = (value: number, digits = 1): string => value.toFixed(digits);
export const kb = (bytes: number): string => `${Math.round(bytes / 1024)} KB`;
export const count = (value: number): string => value.toLocaleString('en');
export const holds = (yes: boolean): string => (yes ? 'yes' : '**no**');

export const table = (head: readonly string[], rows: ReadonlyArray<readonly string[]>): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** Joins the class names that apply: `classes('xh-row', chosen && 'xh-row-chosen')`. */
export function classes(...names: (string | false | undefined)[]): string {
  return names.filter((name) => typeof name === 'string' && name !== '').join(' ');
}

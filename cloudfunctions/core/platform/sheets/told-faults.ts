/** So many rows are told what is wrong with them: more nobody reads, and no answer carries. */
const most = 100;

/**
 * Of all that is wrong in a sheet what is told of it: its first rows, and beside the sheet how many more there are.
 * @param faults row → sentence, in their order
 */
export function toldFaults(faults: Readonly<Record<string, string>>): Record<string, string> {
  const all = Object.entries(faults);
  const first = Object.fromEntries(all.slice(0, most));
  return all.length <= most ? first : { ...first, sheet: `另有 ${all.length - most} 行没有填对，改好列出的再试` };
}

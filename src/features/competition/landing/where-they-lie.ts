/**
 * Where the regions lie to each other, roughly, by their codes: row, and of ten half columns the first of the tile's two. A sketch, no map;
 * a region that is not here has its tile below them.
 */
const lie: Readonly<Record<string, readonly [row: number, column: number]>> = {
  '141032': [1, 1],
  '141031': [1, 3],
  '141034': [1, 5],
  '141082': [1, 7],
  '141030': [2, 1],
  '141033': [2, 3],
  '141024': [2, 5],
  '141025': [2, 7],
  '141028': [3, 1],
  '141002': [3, 3],
  LFEDZ: [3, 5],
  '141027': [3, 7],
  '141026': [3, 9],
  '141029': [4, 2],
  '141023': [4, 5],
  '141022': [4, 7],
  '141081': [5, 4],
  '141021': [5, 6],
};
const lastRow = 5;
const across = 5;

/** Where the n-th region (from 0) of those shown has its tile. */
export function placeOf(regionId: string, n: number): { row: number; column: number } {
  const [row, column] = lie[regionId] ?? [lastRow + 1 + Math.floor(n / across), 1 + 2 * (n % across)];
  return { row, column };
}

/** Whether the rivers are where these regions lie. */
export const isKnownLand = (regionIds: readonly string[]): boolean => regionIds.every((id) => id in lie);

/** A region's name as a tile has room for it: 永和, 蒲县, 尧都区, 开发区. */
export const shortZh = (regionZh: string): string =>
  regionZh.endsWith('开发区') ? '开发区' : regionZh.length > 2 ? regionZh.replace(/[县市]$/, '') : regionZh;

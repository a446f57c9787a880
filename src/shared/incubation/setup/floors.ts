/** The lowest and the highest floor that a site may have; between -1 and 1 there is none. */
export const lowestFloor = -5;
export const highestFloor = 50;

/** Every floor, from the lowest up. */
export const floors: readonly number[] = Array.from(
  { length: highestFloor - lowestFloor + 1 },
  (_, i) => lowestFloor + i,
).filter((floor) => floor !== 0);

/** 一层, 地下一层, 12层. */
export const floorZh = (floor: number): string =>
  `${floor < 0 ? '地下' : ''}${'零一二三四五六七八九'.charAt(Math.abs(floor)) || String(Math.abs(floor))}层`;

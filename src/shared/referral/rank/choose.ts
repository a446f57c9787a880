/** How many of a quota may come from one region, unless nobody else is left: a quarter, rounded up. */
export const mostOfRegion = (quota: number): number => Math.ceil(quota / 4);

type Of = { regionId: string };

/** Who gets the next free place: the first in order whose region has room under the cap, else the first; undefined: nobody waits. */
export function nextOf<One extends Of>(waiting: readonly One[], taken: readonly Of[], quota: number): One | undefined {
  const most = mostOfRegion(quota);
  const has = (regionId: string) => taken.filter((one) => one.regionId === regionId).length;
  return waiting.find(({ regionId }) => has(regionId) < most) ?? waiting[0];
}

/**
 * Fills what is free of a quota and keeps the rest in reserve, in their order.
 * @param ordered who may be recommended, the first first
 * @param taken who has a place already
 */
export function choose<One extends Of>(
  ordered: readonly One[],
  taken: readonly Of[],
  quota: number,
): { recommended: One[]; reserve: One[] } {
  const recommended: One[] = [];
  let reserve = [...ordered];
  while (taken.length + recommended.length < quota) {
    const next = nextOf(reserve, [...taken, ...recommended], quota);
    if (next === undefined) break;
    recommended.push(next);
    reserve = reserve.filter((one) => one !== next);
  }
  return { recommended, reserve };
}

export type NamedRegion = { regionId: string; zh: string };

const zoneWords = ['经济开发区', '经开区', '开发区'];
const short = (zh: string): string => (zh.length > 2 ? zh.replace(/[县市区]$/, '') : zh);

/**
 * The region that an address speaks of, or null. The development zone is asked first: it lies inside 尧都区, and an address
 * there often names both (DOMAIN §1). Full names win over short ones, so that 古县 is not taken out of a longer word.
 */
export function suggestRegion(address: string, regions: readonly NamedRegion[]): string | null {
  const zone = regions.find(({ zh }) => zh.endsWith('开发区'));
  if (zone && zoneWords.some((word) => address.includes(word))) return zone.regionId;
  const others = regions.filter((region) => region !== zone);
  const full = others.find(({ zh }) => address.includes(zh));
  if (full) return full.regionId;
  return others.find(({ zh }) => short(zh).length > 1 && address.includes(short(zh)))?.regionId ?? null;
}

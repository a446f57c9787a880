/** `locatedIn`: of a development zone the region that it lies in. */
export type NamedRegion = { regionId: string; zh: string; locatedIn?: string | null };

const zoneWords = /(经济技术|经济)?开发区|经开区/;
/** 高新技术产业开发区 are others' zones. */
const otherZones = /高新(技术)?(产业)?开发区/;
const zoneName = /开发区$/;

/** 蒲县 → 蒲 would be found in any word, so names of two characters keep their 县. */
const short = (zh: string): string => (zh.length > 2 ? zh.replace(/[县市区]$/, '') : zh);

/** A road, village or building named after another place says nothing of where it stands. */
const ofSomethingElse = /^(路|街|大街|大道|巷|村|镇|乡|社区|小区|大厦|商城|市场)/;

function firstAt(address: string, name: string): number {
  for (let at = address.indexOf(name); at >= 0; at = address.indexOf(name, at + 1)) {
    if (!ofSomethingElse.test(address.slice(at + name.length))) return at;
  }
  return -1;
}

/** The region whose name stands first in the address; null when none does. */
function named(address: string, regions: readonly NamedRegion[], nameOf: (zh: string) => string): NamedRegion | null {
  let first: { at: number; region: NamedRegion } | null = null;
  for (const region of regions) {
    const at = firstAt(address, nameOf(region.zh));
    if (at >= 0 && (first === null || at < first.at)) first = { at, region };
  }
  return first?.region ?? null;
}

/**
 * The region that an address speaks of, or null; the entrant may always choose another. The development zone is
 * asked first: it lies inside 尧都区, and an address there often names both. But 侯马经济开发区 is Houma's own: a zone that another
 * county's name stands before belongs to that county. Then county names, full ones before those without 县, 市 or 区.
 */
export function suggestRegion(address: string, regions: readonly NamedRegion[]): string | null {
  const zone = regions.find(({ zh }) => zoneName.test(zh));
  const counties = regions.filter((region) => region !== zone);
  const county = named(address, counties, (zh) => zh) ?? named(address, counties, short);
  if (zone && zoneWords.test(address) && !otherZones.test(address)) {
    const before = address.slice(0, address.search(zoneWords));
    const owner = counties.find(({ zh }) => before.endsWith(zh) || before.endsWith(short(zh)));
    const ownZone = address.includes(zone.zh) || owner === undefined || owner.regionId === zone.locatedIn;
    if (ownZone) return zone.regionId;
    return owner.regionId;
  }
  return county?.regionId ?? null;
}

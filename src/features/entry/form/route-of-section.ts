import type { SectionName } from '@shared/entry/sections';
import type { Route } from '@shared/routes';

/**
 * Where a part of the entry is worked on. Team and materials have pages of their own.
 * @param check everything wrong is pointed out on arrival
 */
export function routeOfSection(
  entryId: string,
  section: SectionName,
  check: boolean,
): [Route, Record<string, string | null>] {
  if (section === 'team' || section === 'materials') return [`entry/${section}`, { entryId }];
  return ['entry/section', { entryId, section, check: check ? '1' : null }];
}

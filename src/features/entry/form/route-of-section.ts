import type { SectionName } from '@shared/entry/sections';
import type { Route } from '@shared/routes';

/**
 * Where a part of the entry is worked on. Team and materials have pages of their own.
 * @param check everything wrong is pointed out on arrival
 * @param at the field that comes into sight first; null: the first that is wrong
 */
export function routeOfSection(
  entryId: string,
  section: SectionName,
  check: boolean,
  at: string | null = null,
): [Route, Record<string, string | null>] {
  if (section === 'team' || section === 'materials') return [`entry/${section}`, { entryId }];
  return ['entry/section', { entryId, section, check: check ? '1' : null, at }];
}

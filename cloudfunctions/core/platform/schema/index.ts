import type { CompetitionTables } from './competition';
import type { EntryTables } from './entry';
import type { NoticesTables } from './notices';
import type { PeopleTables } from './people';
import type { PlatformTables } from './platform';
import type { PoliciesTables } from './policies';
import type { ScreeningTables } from './screening';

/** Every table; a server test holds it against the migrated database. */
export type Database = PlatformTables &
  PeopleTables &
  CompetitionTables &
  EntryTables &
  ScreeningTables &
  PoliciesTables &
  NoticesTables;

export { at, json } from './columns';

import { openDatabase, unhurried } from '../../cloudfunctions/core/platform/db';
import { migrateToLatest } from '../../cloudfunctions/core/platform/migrate';
import { seedEditions } from '../../cloudfunctions/core/seeds/editions';
import { seedPersonas } from '../../cloudfunctions/core/seeds/personas';
import { seedPolicies } from '../../cloudfunctions/core/seeds/policies';
import { fixedNow } from './fixed-clock';
import { plainFrame } from './plain-frame';

/** What every test database begins with: the newest schema, both editions with their contests, the personas; no entry. */
export async function prepareTemplate(url: string): Promise<void> {
  await migrateToLatest(url);
  const db = openDatabase(url, 1, unhurried);
  await seedEditions(db, fixedNow, plainFrame);
  await seedPersonas(db, fixedNow);
  await seedPolicies(db);
  await db.destroy();
}

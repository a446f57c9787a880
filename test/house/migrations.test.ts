import { migrations } from '../../cloudfunctions/core/platform/migrations';
import { newestMigration } from '../../cloudfunctions/core/platform/migrations/newest';

/** How many migrations there were up to the last one that went out. */
const released = { last: '0107-benefits-subsidies-handed-in', count: 79 };

test('migrations go on behind those that databases out there have run, and functions ask for the newest', () => {
  const names = Object.keys(migrations);
  expect(names).toEqual([...names].sort());
  expect(names.at(-1)).toBe(newestMigration);
  // One that is put among them is never run by a database that stands: it is told to be corrupted instead.
  expect(names.indexOf(released.last) + 1).toBe(released.count);
});

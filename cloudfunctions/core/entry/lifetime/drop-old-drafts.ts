import { entryLifecycle } from '@shared/entry/lifecycle';
import { sql } from 'kysely';
import { termsOn } from '../../platform/retention/terms';
import { at } from '../../platform/schema';
import type { Home } from '../../rpc/home';
import { removeDrafts } from './remove-drafts';

/** Removes drafts that were never sent in and that nobody has changed within the term; those of the demonstration are exempt. @returns how many */
export async function dropOldDrafts(home: Home): Promise<number> {
  const now = home.now();
  const { draft } = await termsOn(home.db, now);
  const before = at(now - draft * 86_400_000);
  return removeDrafts(
    home,
    now,
    sql`from entry e where e.state = ${entryLifecycle.initial} and e.reference is null and e.leader_id is not null
      and not e.synthetic and e.changed_at < ${before} order by e.id`,
  );
}

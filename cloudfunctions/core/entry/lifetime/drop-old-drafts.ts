import { entryLifecycle } from '@shared/entry/lifecycle';
import { sql } from 'kysely';
import { termsOn } from '../../platform/retention/terms';
import { at } from '../../platform/schema';
import { makeCall } from '../../rpc/call';
import type { Home } from '../../rpc/home';
import { entryHeads } from '../subjects';
import { removeDraft } from './remove-draft';

const atOnce = 50;

/** Removes drafts that were never sent in and that nobody has changed within the term; those of the demonstration are exempt. @returns how many */
export async function dropOldDrafts(home: Home): Promise<number> {
  const now = home.now();
  const { draft } = await termsOn(home.db, now);
  const before = at(now - draft * 86_400_000);
  let gone = 0;
  for (;;) {
    const done = await home.db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ id: string }>`select e.id from entry e
        where e.state = ${entryLifecycle.initial} and e.reference is null and e.leader_id is not null and not e.synthetic
          and e.changed_at < ${before} order by e.id limit ${atOnce} for update of e skip locked`.execute(tx);
      const call = makeCall(home, tx, null, now);
      const heads = await entryHeads(
        call,
        rows.map(({ id }) => id),
      );
      for (const head of heads) await removeDraft(call, head);
      return rows.length;
    });
    gone += done;
    if (done < atOnce) return gone;
  }
}

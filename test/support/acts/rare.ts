/** Pages that only come when somebody else acts at the same time. */
import { sql } from 'kysely';
import type { Hand } from '../hand';
import { claimAs, readAll } from '../review-acts';
import type { TestServer } from '../server';

/** Writes a title while somebody else keeps another one: both drafts stand side by side. */
export async function reachContest(person: Hand, server: TestServer, entryId: string): Promise<void> {
  await person.open('entry/section', { entryId, section: 'project' });
  await person.reads('field-title');
  await sql`update section set version = version + 1, data = jsonb_set(data, '{title}', '"蒲县核桃到家"')
    where subject_id = ${entryId} and section = 'project'`.execute(server.db);
  await person.type('field-title', '蒲县山货到家');
  await person.tap('done');
  await person.reads('settle');
}

/** Finds fault with a part of an entry that the same clerk has marked on another device since. */
export async function reachTwoMarks(clerk: Hand, server: TestServer, as: string, entryId: string): Promise<void> {
  await claimAs(server, as, entryId);
  await clerk.open('staff/review', { entryId });
  await clerk.reads('mark-project-fault');
  await readAll(server, as, entryId);
  await clerk.tap('mark-project-fault');
  await clerk.reads('mark-project-keep-mine');
}

/** Claims three entries at once, of which a colleague had one before and takes another meanwhile. */
export async function reachOutcome(clerk: Hand, server: TestServer, entryIds: readonly string[]): Promise<void> {
  const [, second = '', third = ''] = entryIds;
  await claimAs(server, 'clerk-puxian-2', second);
  await clerk.open('staff/batch', { ids: entryIds.join('.') });
  await clerk.reads('batch-run', '受理 2 个');
  await claimAs(server, 'clerk-puxian-2', third);
  await clerk.tap('batch-run');
  await clerk.answer(true);
  await clerk.reads('batch-outcome', '已办理 1 个，未办理 1 个。');
}

import { sql } from 'kysely';
import { at } from '../../../cloudfunctions/core/platform/schema';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { filledDraft, freshPerson, submittedEntry } from '../../support/entry-factory';
import { claimAs, readAll } from '../../support/review-acts';
import { freshServer, type TestServer } from '../../support/server';
import { fingerprint } from '../fuzz/fingerprint';

let server: TestServer;
beforeEach(async () => {
  server = await freshServer();
});
afterEach(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const clerk = 'clerk-puxian-1';

const revoke = (persona: string) =>
  server.db
    .updateTable('role_grant')
    .set({ revoked_at: at(server.clock.now()) })
    .where('person_id', '=', personaId(persona))
    .execute();

const actsOf = async (entryId: string, act: string): Promise<number> => {
  const rows = await server.db
    .selectFrom('audit')
    .select('n')
    .where('subject', '=', `entry:${entryId}`)
    .where('act', '=', act)
    .execute();
  return rows.length;
};

test('a key sent again opens a sealed value no more once the right is gone, and each opening is logged', async () => {
  const { entryId } = await submittedEntry(server);
  await claimAs(server, clerk, entryId);
  const reveal = () => server.call(clerk, 'screening/reveal', { entryId, field: 'leader.phone' }, 'reveal-key-1');
  const first = await reveal();
  expect(first.body).toEqual({ ok: true, data: { value: '19900008000' } });
  expect(await reveal()).toEqual(first);
  expect(await actsOf(entryId, 'screening/reveal')).toBe(2);
  const kept = await server.db.selectFrom('done_once').select('answer').where('key', '=', 'reveal-key-1').execute();
  expect(kept).toEqual([{ answer: null }]);
  const other = await server.call(clerk, 'screening/reveal', { entryId, field: 'leader.idNumber' }, 'reveal-key-1');
  expect(other.status).toBe(409);
  await revoke(clerk);
  expect((await reveal()).status).toBe(404);
  expect(await actsOf(entryId, 'screening/reveal')).toBe(2);
});

test('a stored answer is closed to whoever lost the right to it', async () => {
  const { entryId } = await submittedEntry(server);
  const note = () => server.call(clerk, 'screening/addNote', { entryId, body: '电话核实过' }, 'note-key-1');
  const first = await note();
  expect(first.status).toBe(200);
  expect(await note()).toEqual(first);
  await revoke(clerk);
  expect((await note()).status).toBe(404);
});

test('an act that ended its own access is answered without content when it is sent again', async () => {
  const { entryId } = await submittedEntry(server);
  const version = await claimAs(server, clerk, entryId);
  const { decision } = await server.ask<{ decision: { decisionId: string } }>(clerk, 'screening/transfer', {
    entryId,
    version,
    toContestId: 'LF-XH-2026-141002',
    trackCode: 'modern_services',
    reason: '注册在尧都区',
  });
  const input = { decisionId: decision.decisionId, version: 1 };
  const transfer = (key: string) => server.call(clerk, 'screening/sendNow', input, key);
  const first = await transfer('transfer-key-1');
  expect(first).toEqual({
    status: 200,
    body: { ok: true, data: expect.objectContaining({ state: 'transferred' }) },
  });
  const again = await transfer('transfer-key-1');
  expect(JSON.stringify(again)).toBe('{"status":200,"body":{"ok":true}}');
  expect((await transfer('transfer-key-2')).status).toBe(404);
  expect(await actsOf(entryId, 'entry/transfer')).toBe(1);
});

test('an invitation sent again under its key is another, and the first opens no more', async () => {
  const { entryId, leader } = await filledDraft(server);
  const invite = (key: string) =>
    server.ask<{ token: string }>(leader, 'entry/inviteMember', { entryId, access: 'view' }, key);
  const first = await invite('invite-key-1');
  const other = await invite('invite-key-2');
  const again = await invite('invite-key-1');
  expect(again.token).not.toBe(first.token);
  const guest = await freshPerson(server);
  const opens = async ({ token }: { token: string }) =>
    (await server.call(guest, 'entry/invitation', { token })).status;
  expect([await opens(first), await opens(other), await opens(again)]).toEqual([404, 200, 200]);
});

/** How many wait for somebody's lock. */
const waiting = async (): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(server.db);
  return rows[0]?.n ?? 0;
};
const untilWaiting = async (n: number): Promise<void> => {
  while ((await waiting()) < n) await new Promise((resolve) => setTimeout(resolve, 5));
};

const grantOfClerk = async (): Promise<{ grantId: string }> => {
  const row = await server.db
    .selectFrom('role_grant')
    .select('id as grantId')
    .where('person_id', '=', personaId(clerk))
    .executeTakeFirstOrThrow();
  return row;
};

test('a right that is revoked while one waits for the entry is gone when the wait is over', async () => {
  const { entryId } = await submittedEntry(server);
  const version = await claimAs(server, clerk, entryId);
  await readAll(server, clerk, entryId, { project: { comment: '请写明产品' } });
  const grant = await grantOfClerk();
  const whileWaiting = async (path: string, input: object) => {
    let asked: ReturnType<TestServer['call']> | null = null;
    await server.db.transaction().execute(async (tx) => {
      await sql`select from entry where id = ${entryId} for update`.execute(tx);
      asked = server.call(clerk, path, input);
      await untilWaiting(1);
      await server.ask('city', 'people/revokeGrant', grant);
    });
    const reply = await (asked as ReturnType<TestServer['call']> | null);
    await sql`update role_grant set revoked_at = null, revoked_by = null where id = ${grant.grantId}`.execute(
      server.db,
    );
    return reply;
  };
  const mark = { entryId, section: 'jobs', markVersion: 2, verdict: 'fault', codes: [], comment: '请写依据' };
  const before = await fingerprint(server.db);
  expect((await whileWaiting('screening/markSection', mark))?.status).toBe(404);
  expect((await whileWaiting('screening/return', { entryId, version, message: '' }))?.status).toBe(404);
  expect((await whileWaiting('screening/reject', { entryId, version, reason: '不符合' }))?.status).toBe(404);
  const after = await fingerprint(server.db);
  // What the revocations themselves left; the grant was given back after each.
  const changed = Object.keys(after)
    .filter((table) => after[table] !== before[table])
    .sort();
  expect(changed).toEqual(['audit', 'done_once', 'outbox', 'session']);
  expect(await actsOf(entryId, 'entry/return')).toBe(0);
});

test('whoever revokes a right waits for the act that is being done by it, and nothing is written by it after that', async () => {
  const { entryId } = await submittedEntry(server);
  const version = await claimAs(server, clerk, entryId);
  await readAll(server, clerk, entryId, { project: { comment: '请写明产品' } });
  const grant = await grantOfClerk();
  const ended: string[] = [];
  const noted = (name: string, reply: ReturnType<TestServer['call']>) =>
    reply.then((it) => {
      ended.push(name);
      return it;
    });
  let act: ReturnType<TestServer['call']> | null = null;
  let revocation: ReturnType<TestServer['call']> | null = null;
  await server.db.transaction().execute(async (tx) => {
    // The act has its rights by now and is held up as it writes its decision.
    await sql`lock table decision in access exclusive mode`.execute(tx);
    act = noted('return', server.call(clerk, 'screening/return', { entryId, version, message: '' }));
    await untilWaiting(1);
    revocation = noted('revoke', server.call('city', 'people/revokeGrant', grant));
    await Promise.race([untilWaiting(2), revocation]);
  });
  const [returned, revoked] = await Promise.all([act, revocation] as unknown as [
    ReturnType<TestServer['call']>,
    ReturnType<TestServer['call']>,
  ]);
  expect([returned.status, revoked.status, ended]).toEqual([200, 200, ['return', 'revoke']]);
  const { rows } = await sql<{
    act: string;
  }>`select act from audit where act in ('decision/start', 'people/revokeGrant')
    order by xmin::text::bigint`.execute(server.db);
  expect(rows.map(({ act }) => act)).toEqual(['decision/start', 'people/revokeGrant']);
  expect((await server.call(clerk, 'screening/review', { entryId })).status).toBe(404);
});

test('a batch that waits for one of its rows keeps the right with which it began, and is over before that is revoked', async () => {
  const { entryId } = await submittedEntry(server);
  const version = await claimAs(server, clerk, entryId);
  await readAll(server, clerk, entryId);
  const grant = await grantOfClerk();
  let replies: Array<ReturnType<TestServer['call']>> = [];
  await server.db.transaction().execute(async (tx) => {
    await sql`select from entry where id = ${entryId} for update`.execute(tx);
    replies = [server.call(clerk, 'screening/batchRun', { move: 'approve', rows: [{ entryId, version }] })];
    await untilWaiting(1);
    replies.push(server.call('city', 'people/revokeGrant', grant));
    await untilWaiting(2);
  });
  const [batch, revoked] = await Promise.all(replies);
  expect([batch?.body, revoked?.status]).toEqual([{ ok: true, data: expect.objectContaining({ succeeded: 1 }) }, 200]);
  const again = await server.call(clerk, 'screening/batchRun', { move: 'approve', rows: [{ entryId, version }] });
  expect(again.status).toBe(403);
});

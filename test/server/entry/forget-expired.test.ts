import { sql } from 'kysely';
import { forgetExpired } from '../../../cloudfunctions/core/entry/lifetime/forget-expired';
import { forgetContacts } from '../../../cloudfunctions/core/people/forget-contacts';
import { blueprint } from '../../../cloudfunctions/core/seeds/blueprint';
import { addMonths, shanghaiDate, startOfDay } from '../../../src/shared/kernel/shanghai';
import { filledDraft, freshPerson, submittedEntry } from '../../support/entry-factory';
import { insertEntryRows } from '../../support/entry-rows';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeEach(async () => {
  server = await freshServer();
});
afterEach(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

/** The clock goes on by years, and whoever had signed in still has. */
async function standAt(ms: number): Promise<void> {
  server.clock.set(ms);
  await server.db
    .updateTable('session')
    .set({ expires_at: new Date(ms + 86_400_000) })
    .execute();
}
const auditOf = (act: string) =>
  server.db.selectFrom('audit').select(['subject', 'actor', 'data']).where('act', '=', act).execute();

test('an edition’s numbers go at the end of their term and not before, in batches; its words stay', async () => {
  const draft = await filledDraft(server);
  const { token } = await server.ask<{ token: string }>(draft.leader, 'entry/inviteMember', {
    entryId: draft.entryId,
    access: 'view',
  });
  const who = { name: '李小红', roleZh: '财务', phone: '19900008001', sensitive: true };
  await server.ask(await freshPerson(server), 'entry/joinTeam', { token, ...who });
  const { entryId, leader } = await submittedEntry(server);
  // More than one batch of them.
  const many = await insertEntryRows(server.db, {
    count: 201,
    regionId: '141033',
    state: 'submitted',
    due: '2026-12-01',
  });
  await server.db.updateTable('entry').set({ leader_id_eq: null }).where('id', 'in', many).execute();
  await server.db
    .insertInto('sealed_value')
    .values(
      many.map((id) => ({ subject_id: id, field: 'leader.phone', sealed: 'x', masked: '199', set_at: new Date(0) })),
    )
    .execute();
  const held = async () => {
    const [live, frozen, phones, prints] = await Promise.all([
      server.db.selectFrom('sealed_value').select('field').execute(),
      server.db.selectFrom('snapshot_sealed').select('field').execute(),
      server.db.selectFrom('entry_member').select('id').where('phone_sealed', '<>', '').execute(),
      server.db.selectFrom('entry').select('id').where('leader_id_eq', 'is not', null).execute(),
    ]);
    return [live, frozen, phones, prints].map(({ length }) => length);
  };
  const all = [205, 2, 1, 1];
  const { closes_at } = await server.db
    .selectFrom('phase')
    .innerJoin('contest', 'contest.id', 'phase.contest_id')
    .select('closes_at')
    .where('edition_id', '=', 'LF-XH-2026')
    .where('kind', '=', 'screening')
    .orderBy('closes_at', 'desc')
    .executeTakeFirstOrThrow();
  const end = startOfDay(addMonths(shanghaiDate(closes_at), blueprint.retention.sealedMonths));
  await standAt(end - 1);
  await forgetExpired(server.home);
  expect(await held()).toEqual(all);
  await standAt(end);
  expect(await forgetExpired(server.home)).toBe(203);
  expect(await held()).toEqual([0, 0, 0, 0]);
  const rows = await auditOf('entry/forgetExpired');
  expect(rows.map(({ subject, actor }) => [subject, actor])).toEqual([
    ['edition:LF-XH-2026', 'system'],
    ['edition:LF-XH-2026', 'system'],
  ]);
  expect(rows.flatMap(({ data }) => data.entryIds)).toContain(entryId);
  expect(await forgetExpired(server.home)).toBe(0);
  // What was frozen of it in words is still there to read.
  const receipt = await server.ask(leader, 'entry/receipt', { entryId });
  expect(JSON.stringify(receipt)).toMatch(/1410\*+\d{4}|1410\*+/);
  expect((await server.call('clerk-puxian-1', 'screening/review', { entryId })).status).toBe(200);
});

test('an edition that names no term keeps them', async () => {
  await submittedEntry(server);
  const { retention: _, ...silent } = blueprint;
  await server.db
    .updateTable('blueprint_version')
    .set({ blueprint: JSON.stringify(silent) })
    .execute();
  server.clock.pass(3650 * 86_400_000);
  expect(await forgetExpired(server.home)).toBe(0);
});

test('where no contest has a screening, the term runs from the end of the last phase there is', async () => {
  await submittedEntry(server);
  await sql`delete from phase where kind = 'screening'`.execute(server.db);
  const end = startOfDay(addMonths('2027-01-20', blueprint.retention.sealedMonths));
  await standAt(end - 1);
  expect(await forgetExpired(server.home)).toBe(0);
  await standAt(end);
  expect(await forgetExpired(server.home)).toBe(1);
});

test('the contact of a letter goes a year after its answer; an unanswered one stays, and so do the letters', async () => {
  const send = () =>
    server.ask<{ id: string; version: number }>('entrant-new', 'people/sendFeedback', {
      kind: 'complaint',
      body: '电话打不通',
      contact: '19900001111',
    });
  const answered = await send();
  await send();
  await server.ask('city', 'people/answerFeedback', {
    feedbackId: answered.id,
    version: answered.version,
    answer: '已更正',
  });
  const left = async () =>
    (await server.db.selectFrom('feedback').select('contact_sealed').execute()).filter((row) => row.contact_sealed)
      .length;
  const due = startOfDay(addMonths(shanghaiDate(server.clock.now()), 12)) + 86_400_000;
  await standAt(due - 1);
  expect([await forgetContacts(server.home), await left()]).toEqual([0, 2]);
  await standAt(due);
  expect([await forgetContacts(server.home), await left()]).toEqual([1, 1]);
  expect(await auditOf('people/forgetContacts')).toEqual([
    { subject: 'feedback:contacts', actor: 'system', data: { feedbackIds: [answered.id] } },
  ]);
  expect((await server.call('city', 'people/listFeedback', { answered: true })).status).toBe(200);
});

import { usualReminders } from '@shared/competition/reminders/kinds';
import { sql } from 'kysely';
import { areasInLine } from '../../../cloudfunctions/core/areas';
import { makeRemind } from '../../../cloudfunctions/core/notices/reminders/remind';
import { at, json } from '../../../cloudfunctions/core/platform/schema';
import { claim } from '../../../cloudfunctions/core/telling/phone/claim';
import { makeTell } from '../../../cloudfunctions/core/telling/tell-events';
import { makeUuidV7 } from '../../../src/shared/kernel/id';
import { dyingAt } from '../../support/dying-database';
import { filledDraft, freshPerson, submittedEntry } from '../../support/entry-factory';
import { fixedNow } from '../../support/fixed-clock';
import { claimAs } from '../../support/review-acts';
import { freshServer, type TestServer } from '../../support/server';
import { news } from './news';

let server: TestServer;
beforeEach(async () => {
  server = await freshServer();
});
afterEach(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

/** A worker that was just started. */
const remind = (home = server.home) =>
  makeRemind(
    areasInLine.flatMap(({ reminders = [] }) => reminders),
    makeTell(areasInLine),
  )(home);
const shanghai = (text: string) => Date.parse(`${text}:00+08:00`);

const isStaff = ({ who }: { who: string }) => /puxian/.test(who);
/** What entrants are told of at that time, or staff, as `who: notice`. */
async function remindedAt(text: string, staff = false): Promise<string[]> {
  server.clock.set(shanghai(text));
  await remind();
  return (await news(server)).filter((each) => isStaff(each) === staff).map(({ who, notice }) => `${who}: ${notice}`);
}

async function join(entryId: string, personId: string): Promise<void> {
  await server.db
    .insertInto('entry_member')
    .values({
      id: makeUuidV7(fixedNow, server.home.random(10)),
      entry_id: entryId,
      person_id: personId,
      name: '李明',
      role_zh: '财务',
      phone_sealed: '',
      phone_masked: '138****0000',
      access: 'view',
      joined_at: at(fixedNow),
    })
    .execute();
}

test('only who has not acted, by day, each stage once, the newest after an outage; the clock moved back tells nothing twice', async () => {
  const [one, two, three, member] = [
    await freshPerson(server, '甲'),
    await freshPerson(server, '乙'),
    await freshPerson(server, '丙'),
    await freshPerson(server, '丁'),
  ];
  const draft = await filledDraft(server, { leader: one });
  const other = await filledDraft(server, { leader: two });
  await join(other.entryId, member);
  await submittedEntry(server, { leader: three });
  await news(server);

  expect(await remindedAt('2026-12-09T20:59')).toEqual([]);
  expect(await remindedAt('2026-12-10T07:59')).toEqual([]);
  server.clock.set(shanghai('2026-12-10T08:00'));
  await server.db.insertInto('phone_quota').values({ person_id: one, purpose: 'reminder', left_over: 1 }).execute();
  await Promise.all([remind(), remind(), remind()]);
  expect(await server.db.selectFrom('phone_message').select(['person_id', 'purpose']).execute()).toEqual([
    { person_id: one, purpose: 'reminder' },
  ]);
  // At night it waits; on another day it is of no use any more, and takes no agreement.
  expect(await claim(server.db, shanghai('2026-12-10T21:00'))).toEqual([]);
  expect(await claim(server.db, shanghai('2026-12-11T08:00'))).toEqual([]);
  const { state } = await server.db.selectFrom('phone_message').select('state').executeTakeFirstOrThrow();
  expect(state).toBe('unwanted');
  await server.db.updateTable('phone_message').set({ state: 'waiting', ended_at: null }).execute();
  expect((await claim(server.db, shanghai('2026-12-10T20:59'))).map(({ purpose }) => purpose)).toEqual(['reminder']);
  expect((await news(server)).filter((each) => !isStaff(each))).toEqual([
    {
      who: '丁',
      notice: 'consent.pending',
      title: '有一个项目等您确认参加',
      body: '“蒲县山货直供”等您确认参加，报名12月13日（周日）24:00 截止。您确认后负责人才能提交。',
      link: `/packages/entry/team/index?entryId=${other.entryId}`,
    },
    {
      who: '乙',
      notice: 'draft.closing',
      title: '报名快截止，还没有提交',
      body: '“蒲县山货直供”还没有提交，报名12月13日（周日）24:00 截止。请打开报名表，填好后提交。',
      link: `/packages/entry/entry/index?entryId=${other.entryId}`,
    },
    {
      who: '甲',
      notice: 'draft.closing',
      title: '报名快截止，还没有提交',
      body: '“蒲县山货直供”还没有提交，报名12月13日（周日）24:00 截止。请打开报名表，填好后提交。',
      link: `/packages/entry/entry/index?entryId=${draft.entryId}`,
    },
  ]);
  expect(await remindedAt('2026-12-10T20:00')).toEqual([]);

  await server.ask(one, 'entry/submit', { entryId: draft.entryId, version: 1 });
  await news(server);
  expect(await remindedAt('2026-12-12T21:00')).toEqual([]);
  // Whoever began after the first stage has the newest alone.
  server.clock.set(shanghai('2026-12-12T22:00'));
  const late = await freshPerson(server, '戊');
  await filledDraft(server, { leader: late });
  expect(await remindedAt('2026-12-13T08:00')).toEqual(['乙: draft.closing', '戊: draft.closing']);
  expect(await remindedAt('2026-12-10T09:00')).toEqual([]);
  expect(await remindedAt('2026-12-12T09:00')).toEqual([]);
  // Sign-up is over.
  expect(await remindedAt('2026-12-14T09:00')).toEqual([]);
});

test('staff: who holds a case, before its day and after it; of one that nobody took, the leads; several things are one message', async () => {
  const { entryId } = await submittedEntry(server);
  await submittedEntry(server);
  await submittedEntry(server);
  await claimAs(server, 'clerk-puxian-1', entryId);
  await news(server);
  const overdue = (text: string) => remindedAt(text, true);
  expect(await overdue('2026-11-29T09:00')).toEqual([]);
  expect(await overdue('2026-11-30T09:00')).toEqual(['clerk-puxian-1: clock.dueSoon']);
  expect(await overdue('2026-12-01T09:00')).toEqual([]);
  server.clock.set(shanghai('2026-12-02T09:00'));
  await remind();
  const told = (await news(server)).filter(isStaff);
  expect(told.map(({ who, notice, title, body }) => ({ who, notice, title, body }))).toEqual([
    {
      who: 'clerk-puxian-1',
      notice: 'clock.overdue',
      title: '审核已超时限',
      body: '“蒲县山货直供”的审核时限是12月1日（周二），已经超过，请尽快审完。',
    },
    {
      who: 'lead-puxian',
      notice: 'reminder.pile',
      title: '您有 2 件事到期',
      body: '有 2 件事快到期或已到期，最早的是12月1日（周二）。点开看待办。',
    },
  ]);
  expect(await overdue('2026-12-02T15:00')).toEqual([]);
});

test('what is reminded of is the edition’s own; a worker killed before every statement reminds everybody once', async () => {
  const leaders = await Promise.all(['甲', '乙', '丙'].map((name) => freshPerson(server, name)));
  for (const leader of leaders) await filledDraft(server, { leader });
  await news(server);
  const set = (reminders: unknown) =>
    sql`update edition set blueprint = blueprint || ${json({ reminders })}::jsonb where status = 'current'`.execute(
      server.db,
    );
  await set([]);
  expect(await remindedAt('2026-12-12T09:00')).toEqual([]);
  let n = 1;
  for (let survived = false; !survived; n += 1) {
    // Another stage each time, so that everybody is due again.
    await set([...usualReminders.slice(0, 1), { code: `d${n}`, zh: '再提醒', kind: 'draft', days: 3 + n }]);
    await sql`delete from reminder_sent`.execute(server.db);
    const dying = dyingAt(server.db, n);
    await remind({ ...server.home, db: dying.db }).catch(() => undefined);
    survived = dying.asked() < n;
    await remind();
    expect(await remindedAt('2026-12-12T10:00')).toEqual(['丙', '乙', '甲'].map((who) => `${who}: draft.closing`));
  }
  expect(n).toBeGreaterThan(5);
});

import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import { deliverWaiting } from '../../../cloudfunctions/core/line/tick';
import { drawAwards } from '../../../cloudfunctions/core/policies/facts/draw-awards';
import { knownFactsOf } from '../../../cloudfunctions/core/policies/facts/fact-rows';
import { currentEdition } from '../../../cloudfunctions/core/seeds/editions';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { begin, filled, keepLoanPolicy, moveOn } from '../../support/applications';
import { freshPerson } from '../../support/entry-factory';
import { insertEntryRows } from '../../support/entry-rows';
import { lyingInInboxes } from '../../support/inboxes';
import { claimBy, claimCodeOf, pastAward } from '../../support/past-awards';
import { publishVersion } from '../../support/policies/publish';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
const second = 'city-2';
const people: string[] = [];
const entries: Array<{ id: string; reference: string; title: string }> = [];

beforeAll(async () => {
  server = await freshServer();
  await sql`update edition set blueprint = blueprint || ${JSON.stringify({
    awards: [
      { code: 'first', zh: '一等奖', places: 1, grade: 'city' },
      { code: 'second', zh: '二等奖', places: 2, grade: 'county' },
    ],
  })}::jsonb where id = ${currentEdition}`.execute(server.db);
  for (let n = 0; n < 4; n += 1) {
    const leader = await freshPerson(server);
    const [id = ''] = await insertEntryRows(server.db, {
      count: 1,
      regionId: '141033',
      state: n === 3 ? 'rejected' : 'qualified',
      leader,
    });
    people.push(leader);
    entries.push(
      await server.db
        .selectFrom('entry')
        .select(['id', 'reference', 'title'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
        .then((row) => ({ ...row, reference: row.reference ?? '' })),
    );
  }
  await sql`insert into entry_member (id, entry_id, person_id, name, role_zh, phone_sealed, phone_masked, access, joined_at)
    values (${entries[0]?.id}, ${entries[0]?.id}, ${personaId('member')}, '成员', '', '', '', 'view', '2026-11-20')`.execute(
    server.db,
  );
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

type Desk = {
  writes: boolean;
  given: number;
  list: null | {
    awardListId: string;
    version: number;
    state: string;
    rows: Array<{ entryId: string; awardZh: string; title: string }>;
    moves: Array<{ move: string }>;
  };
};
const desk = (as: string) => server.ask<Desk>(as, 'awards/awardDesk', { editionId: null });
const bring = (sheet: string, as = 'city') =>
  server.call(as, 'awards/bringResults', { editionId: currentEdition, sheet });
const moveList = async (as: string, move: string, reason = '') => {
  const { list } = await desk(as);
  return server.call(as, 'awards/moveAwardList', {
    awardListId: list?.awardListId,
    version: list?.version,
    move,
    reason,
  });
};
const errorOf = ({ body }: Awaited<ReturnType<TestServer['call']>>) => (body.ok ? null : body.error);
const told = async (person: string) =>
  (
    await lyingInInboxes(server.db)
      .select(['m.notice', 'm.title', 'm.body'])
      .where('d.person_id', '=', person)
      .where('m.notice', 'like', 'a%')
      .where('m.notice', 'not like', 'application.submitted%')
      .orderBy('m.notice')
      .execute()
  ).map(({ notice, title, body }) => `${notice}|${title}|${body}`);
const settle = async () => {
  await deliverWaiting(server.home, areas);
  await drawAwards(server.home);
};
const won = { fact: 'awardCancelled', op: 'is', value: false, zh: '获奖', basis: '试验' } as const;
const disabled = { fact: 'keyGroup.disabled', op: 'is', value: true, zh: '残疾', basis: '试验' } as const;
const publish = (code: string, rule: object) =>
  publishVersion(server, {
    code,
    version: 6,
    definition: { rule, parameters: [], benefits: [], examples: [] } as never,
  });

test('a sheet is brought in row by row, whole or not at all, and twice does nothing; by hand too; what was sent is closed', async () => {
  const [one, two, three, four] = entries;
  const wrong = errorOf(await bring(`编号,奖项\n${one?.reference},一等奖\n${four?.reference},二等奖\nXH-0,二等奖`));
  expect(wrong).toMatchObject({
    code: 'AWARDS_RESULTS_WRONG',
    fields: { 'row.3': expect.stringContaining('没有通过审核'), 'row.4': expect.stringContaining('没有找到') },
  });
  expect(await desk('city')).toMatchObject({ given: 0, list: null });
  expect(errorOf(await bring('编号,奖项'))?.code).toBe('AWARDS_SHEET_EMPTY');
  const sheet = `${one?.reference}\t一等奖\t${one?.title}\n${two?.reference}\t二等奖`;
  expect((await bring(sheet)).body).toMatchObject({ data: { added: 2, known: 0 } });
  expect((await bring(sheet)).body).toMatchObject({ data: { added: 0, known: 2 } });
  // As an input method for Chinese and a page's copy leave it: full width, a character that nobody sees.
  const wide = (one?.reference ?? '').replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  expect((await bring(`${wide.replace('-', '－')}\t一等奖\u200b`)).body).toMatchObject({
    data: { added: 0, known: 1 },
  });
  // Counted rows under heads, and cells parted as Chinese is written.
  expect((await bring(`序号\t编号\t奖项\n1\t${one?.reference}\t一等奖\t${one?.title}`)).body).toMatchObject({
    data: { added: 0, known: 1 },
  });
  expect((await bring(`${one?.reference}，一等奖，${one?.title}`)).body).toMatchObject({
    data: { added: 0, known: 1 },
  });
  expect(errorOf(await bring(`${one?.title},${one?.reference},一等奖`))?.fields).toEqual({
    'row.1': `没有找到编号为“${one?.title}”的项目`,
  });
  const byHand = (reference: string, level: string) =>
    server.call('city', 'awards/bringResult', { editionId: currentEdition, reference, level });
  expect(errorOf(await byHand(three?.reference ?? '', 'first'))?.fields).toEqual({
    reference: '蒲县的一等奖设 1 名，已经满了',
  });
  expect((await byHand(three?.reference ?? '', 'second')).status).toBe(200);
  const { list, writes } = await desk('auditor');
  expect([writes, (await desk('city')).writes]).toEqual([false, true]);
  expect(list).toMatchObject({ state: 'draft', moves: [] });
  expect(list?.rows.map(({ awardZh }) => awardZh).sort()).toEqual(['一等奖', '二等奖', '二等奖']);
  const drop = { awardListId: list?.awardListId, entryId: three?.id };
  expect(await server.ask('city', 'awards/dropResult', drop)).toEqual({ dropped: 1 });
  expect(await server.ask('city', 'awards/dropResult', drop)).toEqual({ dropped: 0 });
  expect((await server.call('clerk-puxian-1', 'awards/awardDesk', { editionId: null })).status).toBe(403);

  expect((await moveList('city', 'propose')).status).toBe(200);
  expect(errorOf(await bring(`${three?.reference},二等奖`))?.code).toBe('AWARD_LIST_CLOSED');
  expect(errorOf(await server.call('city', 'awards/dropResult', drop))?.code).toBe('AWARD_LIST_CLOSED');
  expect(errorOf(await moveList('city', 'confirm'))?.message).toBe('您送签的名单要由另一位市级统筹人员确认');
  type Bench = { waitsForMe: Array<{ title: string }>; iWaitFor: Array<{ title: string }> };
  const bench = async (as: string) => server.ask<Bench>(as, 'notices/workbench');
  expect((await bench(second)).waitsForMe.map(({ title }) => title)).toContain('核对并确认获奖名单');
  expect((await bench('city')).iWaitFor.map(({ title }) => title)).toContain('等待另一位统筹人员确认获奖名单');
  expect(errorOf(await moveList(second, 'sendBack', ' '))?.code).toBe('AWARD_LIST_REASON_MISSING');
  expect((await moveList(second, 'sendBack', '编号有误')).status).toBe(200);
  await settle();
  expect(await told(personaId(second))).toEqual([expect.stringContaining('awardList.proposed|有获奖名单待确认')]);
  expect(await told(personaId('city'))).toEqual([expect.stringContaining('awardList.sentBack|送签的获奖名单被退回')]);
  // Nothing of it is anybody's yet.
  expect(await server.ask(null, 'awards/results', { editionId: currentEdition, regionId: null })).toMatchObject({
    total: 0,
    items: [],
  });
  expect(await server.ask(people[0] ?? '', 'awards/myClaims')).toMatchObject({ awards: [] });
});

test('a list to which a colleague added a row or took one off meanwhile is not proposed unseen; the refusal names no move that was none', async () => {
  const seen = (await desk('city')).list;
  const proposeAs = (version = 0) =>
    server.call('city', 'awards/moveAwardList', {
      awardListId: seen?.awardListId,
      version,
      move: 'propose',
      reason: '',
    });
  const stale = { code: 'CASE_STALE', message: '没有办成：获奖名单刚有变化。请刷新后再办' };
  expect((await bring(`${entries[2]?.reference},二等奖`, second)).body).toMatchObject({ data: { added: 1 } });
  expect(errorOf(await proposeAs(seen?.version))).toMatchObject({
    ...stale,
    current: { version: (seen?.version ?? 0) + 1 },
  });
  const drop = { awardListId: seen?.awardListId, entryId: entries[2]?.id };
  expect(await server.ask(second, 'awards/dropResult', drop)).toEqual({ dropped: 1 });
  expect(errorOf(await proposeAs((seen?.version ?? 0) + 1))).toMatchObject(stale);
  expect((await desk('city')).list?.version).toBe((seen?.version ?? 0) + 2);
});

test('confirmed by a second official, awards stand at once: public, their own, and each is told once with what it opened, by the rules as a push asks them', async () => {
  await publish('winners', won);
  await publish('winners-first', { all: [won, { ...won, fact: 'awardLevel', value: 'first' }] });
  await publish('winners-disabled', { all: [won, disabled] });
  await publish('everybody', { not: { ...won, fact: 'awardLevel', value: 'none' } });
  await deliverWaiting(server.home, areas);
  await server.db
    .insertInto('phone_quota')
    .values({ person_id: people[0] ?? '', purpose: 'policy', left_over: 1 })
    .execute();
  expect((await moveList('city', 'propose')).status).toBe(200);
  // What left the contest since stops the list, beside its row.
  const leave = (state: string) =>
    sql`update entry set state = ${state} where id = ${entries[1]?.id}`.execute(server.db);
  await leave('withdrawn');
  expect(errorOf(await moveList(second, 'confirm'))?.fields).toEqual({
    [`row.${entries[1]?.id}`]: expect.stringContaining('没有通过审核'),
  });
  await leave('qualified');
  const { list } = await desk(second);
  const confirm = { awardListId: list?.awardListId, version: list?.version, move: 'confirm', reason: '' };
  const twice = await Promise.all([1, 2].map(() => server.call(second, 'awards/moveAwardList', confirm)));
  expect(twice.map(({ status }) => status).sort()).toEqual([200, 409]);

  expect(await desk('city')).toMatchObject({ given: 2, list: null });
  expect(await server.ask(null, 'awards/results', { editionId: currentEdition, regionId: null })).toMatchObject({
    total: 2,
    items: [{ awardZh: '一等奖' }, { awardZh: '二等奖' }],
    regions: [{ zh: '蒲县', winners: 2, participating: null }],
  });
  expect(await server.ask(null, 'notices/landing')).toMatchObject({ won: { editionId: currentEdition, winners: 2 } });
  expect(await server.ask(people[0] ?? '', 'awards/myClaims')).toMatchObject({
    awards: [{ awardZh: '一等奖', stateZh: '获奖', live: true, reason: null }],
  });
  await settle();
  const [first, other, without] = await Promise.all(people.slice(0, 3).map(told));
  expect(first).toEqual([
    expect.stringMatching(
      /^award\.passport\|您的项目获一等奖，您新符合 3 项政策\|.*名单已公布，新符合 3 项政策，可能符合 1 项/,
    ),
  ]);
  expect(other).toEqual([expect.stringContaining('您的项目获二等奖，您新符合 2 项政策')]);
  expect(without).toEqual([]);
  expect(await told(personaId('member'))).toEqual([expect.stringContaining('award.confirmed|您参加的项目获一等奖')]);
  expect(
    await server.db
      .selectFrom('phone_message as p')
      .innerJoin('message as m', 'm.id', 'p.message_id')
      .select(['p.person_id', 'm.phone_fields'])
      .where('p.purpose', '=', 'policy')
      .execute(),
  ).toEqual([{ person_id: people[0], phone_fields: expect.objectContaining({ time3: '2026年12月31日 23:59' }) }]);
  const known = await knownFactsOf(server.db, people[0] ?? '');
  expect([known.awardLevel?.value, known.awardGrade?.value, known.awardCancelled?.value]).toEqual([
    'first',
    'city',
    false,
  ]);
  // Whoever is told again is told nothing new.
  await server.db.updateTable('outbox').set({ delivered_at: null }).where('event', '=', 'award.confirmed').execute();
  await settle();
  expect(await told(people[0] ?? '')).toEqual(first);
  const vouchers = await server.db.selectFrom('training_voucher').select(['person_id']).execute();
  expect(vouchers.map(({ person_id }) => person_id).sort()).toEqual([people[0], people[1]].sort());
});

test('a cancelled award leaves the list with its reason; facts, answers, voucher and place in a queue follow, and who has the case is told', async () => {
  await keepLoanPolicy(server);
  const winner = people[0] ?? '';
  const { applicationId } = await filled(server, winner);
  expect(await moveOn(server, winner, applicationId, 'submit')).toBe(200);
  const draft = await begin(server, people[1] ?? '');
  const rankOf = (id: string) =>
    server.db.selectFrom('application').select(['rank', 'details']).where('id', '=', id).executeTakeFirstOrThrow();
  const before = await rankOf(applicationId);
  expect(before).toMatchObject({ rank: 1, details: { rankZh: '一等奖' } });
  const kept = await rankOf(draft);
  type Given = {
    items: Array<{ awardId: string; version: number; reference: string; moves: unknown[]; reason: string | null }>;
  };
  const given = () => server.ask<Given>('city', 'awards/givenAwards', { editionId: currentEdition });
  const award = (await given()).items.find(({ reference }) => reference === entries[0]?.reference);
  expect(award).toMatchObject({ version: 2, moves: [{ move: 'cancel' }] });
  const cancel = (as: string, reason: string) =>
    server.call(as, 'awards/cancelAward', { awardId: award?.awardId, version: award?.version, reason });
  expect((await cancel('lead-puxian', '材料不实')).status).toBe(403);
  expect(errorOf(await cancel('city', ' '))?.fields).toEqual({ reason: '请写明理由' });
  expect((await cancel('city', '复核发现材料不实')).status).toBe(200);
  expect(errorOf(await cancel('city', '再来一次'))?.code).toBe('CASE_STALE');
  await settle();

  expect(await server.ask(null, 'awards/results', { editionId: currentEdition, regionId: null })).toMatchObject({
    total: 1,
  });
  expect((await given()).items.find(({ awardId }) => awardId === award?.awardId)).toMatchObject({
    reason: '复核发现材料不实',
    moves: [],
  });
  expect(await server.ask(winner, 'awards/myClaims')).toMatchObject({
    awards: [{ stateZh: '已取消', live: false, reason: '复核发现材料不实' }],
  });
  expect((await knownFactsOf(server.db, winner)).awardCancelled?.value).toBe(true);
  type Mine = { policies: Array<{ code: string; stand: string }> };
  const { policies } = await server.ask<Mine>(winner, 'policies/mine');
  expect(policies.find(({ code }) => code === 'winners')?.stand).toBe('fail');
  expect((await told(winner)).filter((each) => each.startsWith('award.cancelled'))).toEqual([
    expect.stringContaining('政策不再按获奖情况答复'),
  ]);
  expect((await told(winner)).join()).not.toContain('材料不实');
  const after = await rankOf(applicationId);
  expect(after.rank).toBeGreaterThan(before.rank);
  expect(after.details.rankZh).toBeUndefined();
  expect(await rankOf(draft)).toEqual(kept);
  expect(await told(personaId('loan-puxian'))).toEqual([
    expect.stringContaining('application.awardLost.desk|一份创业担保贷款申报所依据的奖项已取消'),
  ]);
  const voucher = await server.db
    .selectFrom('training_voucher')
    .select('ends_at')
    .where('person_id', '=', winner)
    .executeTakeFirstOrThrow();
  expect(Number(voucher.ends_at)).toBeLessThanOrEqual(server.clock.now());
  // Nor does anybody come to one that was cancelled by a code.
  const past = await pastAward(server);
  const claimId = await claimBy(server, await freshPerson(server), await claimCodeOf(server, 'clerk-puxian-1', past));
  await server.ask('city', 'awards/cancelAward', { awardId: past, version: 2, reason: '材料不实' });
  expect(errorOf(await server.call('clerk-puxian-1', 'awards/confirmClaim', { claimId, version: 1 }))?.code).toBe(
    'AWARD_MOVE_NOT_ALLOWED',
  );
  // What was cancelled is not given again.
  expect(errorOf(await bring(`${entries[0]?.reference},一等奖`))?.fields).toMatchObject({
    'row.1': '这个项目的奖项已取消，不能再录入',
  });
});

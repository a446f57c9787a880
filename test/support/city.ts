import { appoint } from '../../cloudfunctions/core/people/grants/appoint';
import { type CityCalls, invite, inviteByCall, prepareEdition, publish, typeCode } from './acts/city';
import {
  answer,
  begin,
  declaration,
  entity,
  fill,
  jobs,
  leader,
  licence,
  plan,
  project,
  submit,
  upload,
} from './acts/entry';
import { filledDraft } from './entry-factory';
import type { Hand } from './hand';
import type { TestServer } from './server';
import { counting } from './taps';

/** A home of the product in production, where nothing is but an empty database that was migrated. */
export type CityHome = {
  server: TestServer;
  now(): number;
  /** Whose pages this home's walk proves; what the others do on theirs is walked in the other home, and done by calls here but for one of a kind. */
  proves: 'staff' | 'entrants';
  /** Somebody who has never been here, signed in and before 我的; at a desk where the home has desks and it is asked for. */
  comes(openid: string, where?: 'desk'): Promise<Hand>;
  /** Calls as whoever has this openid, for what is many times the same. */
  ask<T>(openid: string, path: string, input: object): Promise<T>;
  /** Where the other matters of a review are found: a tab on a phone, a row of the rail at a desk. */
  checks: string;
  /** Opens a document of the entry in front, the clerk's nth; answers how many taps beside that one it took to read it and be back. */
  looksAt(clerk: Hand, uploadId: string, nth: number): Promise<number>;
  due(): Promise<unknown>;
  /** The clock goes on, by milliseconds. */
  pass(ms: number): Promise<unknown>;
};

const minute = 60_000;
const title = '蒲县山货直供';
/** What a clerk's case of a registered company with two documents and checks may cost, from the queue to decided. */
const mostTaps = 15;

type Setups = { contests: Array<{ contestId: string; contactMissing: boolean }> };

/**
 * How a city starts by itself: a command prints a code; whoever types it makes an edition and invites the others; two regions come
 * to differ, where staff's pages are proved; somebody enters; a clerk decides with a colleague's signature, takes it back once and decides again; ten minutes later the entrant is told; the
 * supervisor reads who opened what and finds the audit whole. Answers the taps that the clerk's case took.
 */
export async function walkCity(home: CityHome): Promise<number> {
  const { server, due, proves } = home;
  const { code } = await appoint(server.home, { role: 'cityStaff', region: null, again: null }, home.now());
  const city = await home.comes('o-city');
  await typeCode(city, code, '李主任', '市级统筹人员');
  await city.open('me');
  const asCity: CityCalls = (path, input) => home.ask('o-city', path, input);
  const editionId = await prepareEdition(city, proves === 'staff' ? undefined : asCity);
  const contest = (regionId: string) => `${editionId}-${regionId}`;
  if (proves === 'staff') await cardByHand(city);
  await cardsOf(asCity);
  await publish(city, editionId);

  const lead = await home.comes('o-lead');
  await typeCode(lead, await invite(city, '审核负责人', '蒲县'), '王科长', '审核负责人');
  const auditor = await home.comes('o-auditor');
  const asLead: CityCalls = (path, input) => home.ask('o-lead', path, input);
  const forAuditor = proves === 'staff' ? await invite(city, '监督员') : await inviteByCall(asCity, 'auditor', null);
  await typeCode(auditor, forAuditor, '赵监督', '监督员');
  const clerk = await home.comes('o-clerk', 'desk');
  const forClerk =
    proves === 'staff' ? await invite(lead, '审核人员') : await inviteByCall(asLead, 'regionStaff', '141033');
  await typeCode(clerk, forClerk, '张小明', '审核人员');
  if (proves === 'staff') {
    const other = await home.comes('o-other');
    await typeCode(other, await invite(city, '审核负责人', '尧都区'), '孙科长', '审核负责人');
    await differ(lead, other, city, contest);
  }

  const entrant = await home.comes('o-entrant');
  await entrant.open('open/region', { contestId: contest('141033') });
  await entrant.reads('contact-call', phone.shown);
  const entryId = await (proves === 'staff'
    ? filledByCalls(home, entrant, contest('141033'))
    : fillByHand(entrant, due));
  expect(await submit(entrant)).toBe('XH2026-141033-0001');
  await due();
  await home.pass(minute);

  const taps = await judge(home, clerk, contest('141033'), entryId);
  await clerk.reads('decision-bar', '等待另一位负责人复核签字');
  await clerk.tap('decision-takeBack');
  await clerk.gone('decision-bar');
  await clerk.tap('approve');
  await clerk.answer(true);
  await clerk.reads('decision-bar', '等待另一位负责人复核签字');
  await due();
  await lead.open('workbench');
  await lead.sees(`复核签字“${title}”`);
  await lead.tap('todo-0');
  await lead.tap('decision-sign');
  await lead.answer(true);
  await lead.reads('decision-bar', '10 分钟后告知参赛者');
  await home.pass(9 * minute);
  await due();
  await entrant.open('account/notices');
  await entrant.sees('开始审核');
  expect(await entrant.words()).not.toContain('审核已通过');
  await home.pass(minute);
  await due();
  await entrant.open('account/notices');
  await entrant.sees('报名审核已通过');
  await entrant.tap('message-0');
  await entrant.sees('审核通过');

  await supervise(home, auditor);
  return taps;
}

/** The number of 蒲县, as it is typed and as it is shown. */
const phone = { typed: '0357 2012345', shown: '0357-2012345' };

/** A region's card is filled in by hand. */
async function cardByHand(city: Hand): Promise<void> {
  await city.open('me');
  await city.tap('contest-setup');
  await city.tapWords('蒲县');
  await city.type('card-phone', phone.typed);
  await city.tap('card-save');
  await city.reads('changes', phone.shown);
}

/** The cards that nobody has filled in are the same again. */
async function cardsOf(ask: CityCalls): Promise<void> {
  const { contests } = await ask<Setups>('competition/contestSetups', {});
  expect(contests).toHaveLength(18);
  for (const { contestId, contactMissing } of contests) {
    if (!contactMissing) continue;
    const { version } = await ask<{ version: number }>('competition/contestSetup', { contestId });
    const filled = { office: '就业服务窗口', phone: phone.typed, address: '', hours: '', venue: '' };
    await ask('competition/saveContestCard', { contestId, version, ...filled });
  }
}

/** One region adds a track of its own, another moves its days; the city reads which differs in what, and by whom. */
async function differ(lead: Hand, other: Hand, city: Hand, contest: (regionId: string) => string): Promise<void> {
  await lead.open('me');
  await lead.tap('contest-setup');
  await lead.type('track-zh', '核桃产业');
  await lead.tap('track-add');
  await lead.sees('自设赛道');
  await lead.type('card-office', '蒲县创业服务中心');
  await lead.tap('card-save');
  await lead.reads('changes', '蒲县创业服务中心');
  await other.open('me');
  await other.tap('contest-setup');
  await other.day('judging-last', '2027-01-15');
  await other.tap('judging-save');
  expect(await other.answer(true)).toContain('会收到通知');
  await other.reads('window-judging', '1月15日');
  await city.open('me');
  await city.tap('drift');
  await city.sees('2 个赛场与全市规定不同');
  expect(await city.reads(`drift-${contest('141033')}`)).toMatch(/自设赛道“核桃产业”[\s\S]*由王科长修改/);
  expect(await city.reads(`drift-${contest('141002')}`)).toMatch(/1月15日[\s\S]*由孙科长修改/);
}

/** A registered company with two documents, up to submitting; before the page of a region that differs. Answers the entry's id. */
async function filledByCalls({ server }: CityHome, entrant: Hand, contestId: string): Promise<string> {
  await entrant.sees('核桃产业');
  const { id } = await server.db
    .selectFrom('person')
    .select('id')
    .where('openid', '=', 'o-entrant')
    .executeTakeFirstOrThrow();
  const { entryId } = await filledDraft(server, { leader: id, contestId, group: 'start_up' });
  await entrant.open('entry/entry', { entryId });
  return entryId;
}

/** The same by hand, from the home page. */
async function fillByHand(entrant: Hand, due: CityHome['due']): Promise<string> {
  const entryId = await begin(entrant, 'start_up');
  await fill(entrant, 'project', project);
  await fill(entrant, 'leader', leader());
  await fill(entrant, 'entity', entity());
  await fill(entrant, 'jobs', jobs);
  await entrant.tap('section-materials');
  await upload(entrant, 'business_plan', plan, due);
  await upload(entrant, 'licence', licence, due, 'album');
  await entrant.tap('done');
  await entrant.tap('section-declaration');
  await answer(entrant, declaration);
  await entrant.tap('done');
  await entrant.arrives('entry/entry');
  return entryId;
}

/** A clerk's whole case, from the queue to decided. Answers how many taps it took. */
async function judge(home: CityHome, clerk: Hand, contestId: string, entryId: string): Promise<number> {
  await clerk.open('staff/queue', { contestId });
  await clerk.reads('queue-count', '共 1 个');
  const { hand, more, taps } = counting(clerk);
  await hand.tap(`row-${entryId}`);
  await hand.tap('claim');
  await hand.reads('more-moves');
  const files = await home.server.db
    .selectFrom('upload')
    .select('id')
    .where('subject_id', '=', entryId)
    .orderBy('id')
    .execute();
  expect(files).toHaveLength(2);
  for (const [i, { id }] of files.entries()) more(await home.looksAt(hand, id, i + 1));
  await hand.tap('mark-all');
  await hand.gone('mark-all');
  await hand.reads('move-closed', '请先登记核查结果');
  await hand.tap(home.checks);
  await hand.tap('checks-all-clear');
  await hand.tap('check-save');
  await hand.reads('check-dishonestDebtor', '未列入');
  await hand.tap('approve');
  expect(await hand.answer(true)).toContain('负责人和团队会收到审核通过的通知');
  await hand.reads('decision-bar', '已决定“审核通过”');
  expect(taps()).toBeLessThanOrEqual(mostTaps);
  return taps();
}

/** The supervisor reads who opened what, an entry's chain by its number, and has the whole audit checked. */
async function supervise(home: CityHome, auditor: Hand): Promise<void> {
  await auditor.open('me');
  await auditor.tap('all-openings');
  await auditor.sees('张小明（', '文件：商业计划书');
  await auditor.open('me');
  await auditor.tap('audit');
  await auditor.sees('审计记录还没有核对过');
  await auditor.type('chain-reference', 'XH2026-141033-0001');
  await auditor.tap('chain-find');
  await auditor.sees('前后相接，没有改动');
  await auditor.tap('check-audit');
  await auditor.reads('check-audit', '正在核对');
  await home.due();
  await auditor.sees('审计记录完好');
}

import { currentEdition, pastEdition } from '../../cloudfunctions/core/seeds/editions';
import { attachFile, writtenAnnouncement } from './announcements';
import { insertAwards } from './award-rows';
import { filledDraft, submittedEntry, uploadFile } from './entry-factory';
import { insertEntryRows } from './entry-rows';
import { claimAs, decideAs, readAll, returnAs } from './review-acts';
import { makePdf } from './sample-files/pdf';
import type { TestServer } from './server';

/** One entry of 蒲县 in every state that a page can show, and what else pages are about. */
export type World = Begun & {
  submitted: string;
  /** Under review by `clerk-puxian-1`, with a note and a credit check; no part is marked. */
  held: string;
  /** Led by `entrant-returned`, with `member` in its team. */
  returned: string;
  resubmitted: string;
  qualified: string;
  rejected: string;
};

type Begun = {
  /** Led by `entrant-new`; nothing is missing. */
  draft: string;
  /** Led by `entrant-new`; hardly anything is filled in, its files are in every state, `member` has not consented. */
  begun: string;
  /** Under review by `clerk-puxian-1`, every part marked and one of them faulty. */
  marked: string;
  /** Invites into the draft. */
  token: string;
  policy: string;
  /** Of 蒲县, by its lead: one that is published with a file, one that is not. */
  announced: string;
  announcing: string;
};

const clerk = 'clerk-puxian-1';
const faulty = { project: { codes: ['PROJECT_UNCLEAR'], comment: '请写明和哪些农户签了约' } };

type Versioned = { version: number };
type Form = Versioned & { sections: Array<{ section: string; version: number; data: object }> };
type Led = { entryId: string; leader: string };

/** What the demo edition lacks: drafts of `entrant-new`, an entry read to the end, and complaints. */
export async function makeBegun(server: TestServer): Promise<Begun> {
  const begun = await server.ask<{ entryId: string }>('entrant-new', 'entry/start', {
    contestId: `${currentEdition}-141033`,
    trackCode: 'rural_revitalisation',
    groupCode: 'start_up',
  });
  await join(server, { ...begun, leader: 'entrant-new' }, 'member', 'view');
  await leaveFiles(server, begun.entryId);
  const draft = await filledDraft(server, { leader: 'entrant-new', group: 'start_up' });
  const { token } = await invite(server, draft, 'edit');
  const marked = await submittedEntry(server, { title: '蒲县核桃油坊' });
  await claimAs(server, clerk, marked.entryId);
  await readAll(server, clerk, marked.entryId, faulty);
  await complain(server);
  const announcing = await writtenAnnouncement(server, 'lead-puxian', '141033', { title: '报名辅导改到下午' });
  const announced = await writtenAnnouncement(server, 'lead-puxian', '141033');
  await attachFile(server, 'lead-puxian', announced, '辅导安排.pdf');
  await server.ask('lead-puxian', 'competition/publishAnnouncement', { announcementId: announced, version: 1 });
  const { policies } = await server.ask<{ policies: Array<{ code: string }> }>(null, 'policies/list');
  return {
    draft: draft.entryId,
    begun: begun.entryId,
    marked: marked.entryId,
    token,
    policy: policies[0]?.code ?? '',
    announced,
    announcing,
  };
}

/** The whole of it, by the procedures that people use, in a county without any entry. */
export async function makeWorld(server: TestServer): Promise<World> {
  const begun = await makeBegun(server);
  const submitted = await submittedEntry(server, { title: '蒲县云上药谷', group: 'start_up' });
  const held = await submittedEntry(server, { title: '蒲县蜂蜜合作社', group: 'start_up' });
  await claimAs(server, clerk, held.entryId);
  await server.ask(clerk, 'screening/addNote', { entryId: held.entryId, body: '电话核实过，地址属实' });
  await server.ask(clerk, 'screening/recordChecks', {
    entryId: held.entryId,
    codes: ['dishonestDebtor'],
    clear: true,
    checkedOn: '2026-11-24',
    note: '中国执行信息公开网查询截图',
  });
  const returned = await filledDraft(server, { title: '蒲县杂粮加工', leader: 'entrant-returned' });
  await join(server, returned, 'member', 'edit');
  await server.ask('member', 'entry/consentAsMember', { entryId: returned.entryId, agreed: true });
  await send(server, returned, 'submit');
  await returnAs(server, clerk, returned.entryId, { ...faulty, materials: { codes: ['PLAN_MISSING_PARTS'] } });

  const resubmitted = await submittedEntry(server, { title: '蒲县冷链快运' });
  await returnAs(server, clerk, resubmitted.entryId, faulty);
  await correct(server, resubmitted);
  // More than a page of the queue, some of it overdue, and more than a page of last year's winners.
  await insertEntryRows(server.db, { count: 25, regionId: '141033', state: 'submitted', due: '2026-11-20' });
  const winners = await insertEntryRows(server.db, { count: 21, regionId: '141033', state: 'qualified' });
  await server.db
    .updateTable('entry')
    .set({ edition_id: pastEdition, contest_id: `${pastEdition}-141033` })
    .where('id', 'in', winners)
    .execute();
  await insertAwards(server, winners, 'merit');
  return {
    ...begun,
    submitted: submitted.entryId,
    held: held.entryId,
    returned: returned.entryId,
    resubmitted: resubmitted.entryId,
    qualified: await decided(server, '蒲县乡村民宿', 'approve'),
    rejected: await decided(server, '蒲县剪纸工坊', 'reject'),
  };
}

async function decided(server: TestServer, title: string, move: 'approve' | 'reject'): Promise<string> {
  const { entryId } = await submittedEntry(server, { title });
  const version = await claimAs(server, clerk, entryId);
  await readAll(server, clerk, entryId, move === 'reject' ? { leader: { codes: ['LEADER_NOT_FOUNDER'] } } : {});
  const reason = move === 'reject' ? { reason: '负责人不是项目发起人或主要成员' } : {};
  await decideAs(server, clerk, move, { entryId, version, ...reason });
  return entryId;
}

const invite = (server: TestServer, { entryId, leader }: Led, access: 'view' | 'edit') =>
  server.ask<{ token: string }>(leader, 'entry/inviteMember', { entryId, access });

async function join(server: TestServer, led: Led, person: string, access: 'view' | 'edit'): Promise<void> {
  const { token } = await invite(server, led, access);
  await server.ask(person, 'entry/joinTeam', {
    token,
    name: '李强',
    roleZh: '技术',
    phone: '19900009000',
    sensitive: true,
  });
}

/** A file with an older version, one that was refused, and one that broke off. */
async function leaveFiles(server: TestServer, entryId: string): Promise<void> {
  const leave = (slot: string, name: string, bytes: Buffer) =>
    uploadFile(server, 'entrant-new', entryId, slot, { name, bytes });
  await leave('business_plan', '商业计划书.pdf', makePdf());
  await leave('business_plan', '商业计划书（改）.pdf', makePdf());
  await leave('pitch_deck', '路演.pdf', Buffer.from(`MZ${'\0'.repeat(4000)}`));
  await server.ask('entrant-new', 'entry/beginUpload', { entryId, slot: 'licence', name: '执照.jpg', size: 4000 });
}

async function complain(server: TestServer): Promise<void> {
  const send = (body: string) =>
    server.ask('entrant-new', 'people/sendFeedback', { kind: 'complaint', body, contact: '19900001111' });
  await send('报名页面的电话打不通。');
  const { id: feedbackId, version } = await server.db
    .selectFrom('feedback')
    .select(['id', 'version'])
    .orderBy('id')
    .executeTakeFirstOrThrow();
  await server.ask('city', 'people/answerFeedback', { feedbackId, version, answer: '已更正电话，感谢您的意见。' });
  await send('窗口说材料要交两遍，希望只交一遍。');
}

async function send(server: TestServer, { entryId, leader }: Led, move: 'submit' | 'resubmit'): Promise<void> {
  const { version } = await server.ask<Versioned>(leader, 'entry/get', { entryId });
  await server.ask(leader, `entry/${move}`, { entryId, version });
}

async function correct(server: TestServer, led: Led): Promise<void> {
  const { entryId, leader } = led;
  const { sections } = await server.ask<Form>(leader, 'entry/get', { entryId });
  const project = sections.find(({ section }) => section === 'project');
  await server.ask(leader, 'entry/saveSection', {
    entryId,
    section: 'project',
    version: project?.version ?? 0,
    data: { ...project?.data, description: '和古县、蒲县十二户农家签了收购约定，名单见商业计划书。' },
  });
  await send(server, led, 'resubmit');
}

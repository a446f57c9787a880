import { currentEdition } from '../../../cloudfunctions/core/seeds/editions';
import { here } from '../../../tools/docs/callers';
import { attachFile, writtenAnnouncement } from '../../support/announcements';
import { readyEdition, typePart } from '../../support/editions';
import { type EntryWish, filledDraft, sendBytes } from '../../support/entry-factory';
import { claimAs, decideAs, readAll, returnAs, wantSignatures } from '../../support/review-acts';
import { makeJpg } from '../../support/sample-files/picture';
import type { TestServer } from '../../support/server';
import { makePeople, type People } from './matrix-people';

export type Standing = { entryId: string; version: number };

type DecidedOn = Standing & { decisionId: string };

/** Everybody, and an entry of the same team in each state that some procedure needs. */
export type World = {
  region: string;
  contestId: string;
  people: People;
  /** A draft in which nothing is missing; its parts for the calls that name a part. */
  draft: Standing & { viewerMember: string; invitation: string; sending: string; accepted: string };
  /** A draft that can be submitted as it is; in the other one a file is on its way. */
  ready: Standing;
  /** Submitted, and with a material that was frozen. */
  submitted: Standing & { accepted: string };
  /** A look at a list that is about the submitted entry, with its picture. */
  check: { checkId: string; sending: string; accepted: string };
  /** Claimed by `reviewer`, every section read and in order. */
  read: Standing;
  /** Claimed by `reviewer`, one section faulty. */
  faulty: Standing;
  returned: Standing;
  qualified: Standing;
  /** Decided on by `reviewer` and not yet made; the other one waits for a lead's signature. `version` is the decision's. */
  decided: DecidedOn;
  unsigned: DecidedOn;
  feedbackId: string;
  policy: string;
  /** Browsers that ask to be signed in: one that `stranger` has in front, one that `stranger` confirmed. */
  web: { scan: string; seen: string; confirmed: string };
  /** Of the region, by its lead: a draft and one that is published, each with its file. */
  announcements: {
    draft: { announcementId: string; version: number; accepted: string };
    /** A file that is on its way into another draft. */
    sending: string;
    published: { announcementId: string; version: number; open: string };
  };
  /** What `staffHere` holds; a code for the same that nobody used. */
  grantId: string;
  codeId: string;
  /** A code by which anybody may come to judge in the region `here`. */
  code: string;
  /** A draft that may be published, with a part of it; of the current edition a part was changed and waits to be published. */
  drafted: { editionId: string; version: number; part: { editionId: string; part: string; version: number } };
};

type Members = { viewerMember: string; invitation: string };

/** Members join by the leader's link and agree, as they would; two leave again. */
async function fillTeam(server: TestServer, people: People, entryId: string): Promise<Members> {
  const leader = people.leader.personId;
  const invite = (access: 'view' | 'edit') =>
    server.ask<{ token: string }>(leader, 'entry/inviteMember', { entryId, access });
  const join = async (personId: string, token: string) => {
    await server.ask(personId, 'entry/joinTeam', {
      token,
      name: '李小红',
      roleZh: '运营',
      phone: '19900009000',
      sensitive: true,
    });
    await server.ask(personId, 'entry/consentAsMember', { entryId, agreed: true });
  };
  const first = await invite('view');
  for (const { personId } of [people.formerMember, people.staffOnceOnTeam]) {
    await join(personId, first.token);
    await server.ask(personId, 'entry/leaveTeam', { entryId });
  }
  const edit = await invite('edit');
  await join(people.editor.personId, edit.token);
  const view = await invite('view');
  for (const { personId } of [people.viewer, people.staffOnTeam, people.leadOnTeam]) await join(personId, view.token);
  const { members } = await server.ask<{ members: Array<{ memberId: string; personId: string }> }>(
    leader,
    'entry/get',
    { entryId },
  );
  const viewer = members.find(({ personId }) => personId === people.viewer.personId);
  return { viewerMember: viewer?.memberId ?? '', invitation: view.token };
}

async function makeAnnouncements(server: TestServer, lead: string, regionId: string): Promise<World['announcements']> {
  const draft = await writtenAnnouncement(server, lead, regionId);
  const accepted = await attachFile(server, lead, draft);
  const file = { slot: 'attachment', name: '安排.pdf', size: 1000 };
  const { uploadId: sending } = await server.ask<{ uploadId: string }>(lead, 'competition/beginAnnouncementFile', {
    ...file,
    announcementId: await writtenAnnouncement(server, lead, regionId),
  });
  const announcementId = await writtenAnnouncement(server, lead, regionId);
  const open = await attachFile(server, lead, announcementId);
  await server.ask(lead, 'competition/publishAnnouncement', { announcementId, version: 1 });
  return {
    draft: { announcementId: draft, version: 1, accepted },
    sending,
    published: { announcementId, version: 2, open },
  };
}

/** Made by the lead at home in `here`, where there is one more. */
async function makeGrants(server: TestServer, people: People): Promise<Pick<World, 'grantId' | 'codeId' | 'code'>> {
  const row = await server.db
    .selectFrom('role_grant')
    .select('id')
    .where('person_id', '=', people.staffHere.personId)
    .executeTakeFirstOrThrow();
  const make = (role: string) =>
    server.ask<{ codeId: string; code: string }>(people.leadHere.personId, 'people/makeGrantCode', {
      role,
      scope: { kind: 'region', regionId: here },
      note: '窗口',
      uses: 50,
      days: '30',
      endsOn: null,
    });
  const { codeId } = await make('regionStaff');
  const { code } = await make('judge');
  return { grantId: row.id, codeId, code };
}

/** The whole scene through the real procedures. `reviewer` is the clerk or lead at home in the region. */
export async function makeWorld(server: TestServer, region: string, track: string): Promise<World> {
  const people = await makePeople(server);
  const reviewer = (region === 'LFEDZ' ? people.staffElsewhere : people.staffHere).personId;
  const wish: EntryWish = { region, track, group: 'start_up', leader: people.leader.personId };
  const version = async (entryId: string): Promise<Standing> => {
    const row = await server.db
      .selectFrom('entry')
      .select('version')
      .where('id', '=', entryId)
      .executeTakeFirstOrThrow();
    return { entryId, version: row.version };
  };
  const onTeam = async (): Promise<Standing & Members> => {
    server.clock.pass(60_000);
    const { entryId } = await filledDraft(server, wish);
    return { ...(await version(entryId)), ...(await fillTeam(server, people, entryId)) };
  };
  const handedIn = async (): Promise<Standing> => {
    const { entryId } = await onTeam();
    await server.ask(wish.leader ?? '', 'entry/submit', { entryId, version: 1 });
    return version(entryId);
  };
  const plan = async (entryId: string): Promise<string> => {
    const rows = await server.db.selectFrom('upload').select('id').where('subject_id', '=', entryId).execute();
    return rows.at(-1)?.id ?? '';
  };

  const draft = await onTeam();
  const accepted = await plan(draft.entryId);
  const { uploadId: sending } = await server.ask<{ uploadId: string }>(wish.leader ?? '', 'entry/beginUpload', {
    entryId: draft.entryId,
    slot: 'pitch_deck',
    name: '路演.pptx',
    size: 1000,
  });
  const ready = await onTeam();
  const submitted = await handedIn();
  const read = await handedIn();
  await claimAs(server, reviewer, read.entryId);
  await readAll(server, reviewer, read.entryId);
  const faulty = await handedIn();
  await claimAs(server, reviewer, faulty.entryId);
  await readAll(server, reviewer, faulty.entryId, { project: { comment: '请写明产品' } });
  const returned = await handedIn();
  await returnAs(server, reviewer, returned.entryId, { project: { comment: '请写明产品' } });
  const qualified = await handedIn();
  await claimAs(server, reviewer, qualified.entryId);
  await readAll(server, reviewer, qualified.entryId);
  const claimed = await version(qualified.entryId);
  await decideAs(server, reviewer, 'approve', claimed);

  const decidedOn = async (): Promise<DecidedOn> => {
    const { entryId } = await handedIn();
    await claimAs(server, reviewer, entryId);
    const { decision } = await server.ask<{ decision: Omit<DecidedOn, 'entryId'> }>(reviewer, 'screening/reject', {
      ...(await version(entryId)),
      reason: '不符合参赛条件',
    });
    return { entryId, decisionId: decision.decisionId, version: decision.version };
  };
  const check = await makeCheck(server, reviewer, submitted.entryId);
  const decided = await decidedOn();
  await wantSignatures(server, 'rejection');
  const unsigned = await decidedOn();
  await wantSignatures(server, 'none');

  const { id: feedbackId } = await server.ask<{ id: string }>(people.stranger.personId, 'people/sendFeedback', {
    kind: 'complaint',
    body: '审核太慢',
    contact: '19900007000',
  });
  await server.db
    .insertInto('policy_version')
    .values({
      code: 'guaranteed-loan',
      version: 1,
      title_zh: '创业担保贷款',
      summary_zh: '最高 20 万元',
      body_zh: '演示',
      kind: 'guaranteed-loan',
      doc_no: '演示',
      effective_from: null,
      effective_to: null,
      confirmed_zh: '演示',
      demonstration: true,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const lead = (region === 'LFEDZ' ? people.leadElsewhere : people.leadHere).personId;
  const announcements = await makeAnnouncements(server, lead, region);
  const editionId = await readyEdition(server);
  await typePart(server, currentEdition, 'clocks', { 'clocks.correction': 6 });
  server.clock.pass(60_000);
  const begin = () =>
    server.ask<{ secret: string; code: string; scan: string }>(null, 'people/beginWebSignIn', { agent: 'Edg/131' });
  const see = async (code: string) => {
    const seen = await server.ask<{ request: { signInId: string } }>(people.stranger.personId, 'people/seeWebSignIn', {
      by: 'code',
      code,
    });
    return seen.request.signInId;
  };
  const { scan } = await begin();
  const seen = await see((await begin()).code);
  const { secret: confirmed, code } = await begin();
  await server.ask(people.stranger.personId, 'people/confirmWebSignIn', { signInId: await see(code) });
  return {
    region,
    web: { scan, seen, confirmed },
    announcements,
    contestId: `${currentEdition}-${region}`,
    people,
    draft: { ...draft, sending, accepted },
    ready: { entryId: ready.entryId, version: ready.version },
    submitted: { ...submitted, accepted: await plan(submitted.entryId) },
    read: await version(read.entryId),
    faulty: await version(faulty.entryId),
    returned: await version(returned.entryId),
    qualified: await version(qualified.entryId),
    check,
    decided,
    unsigned,
    feedbackId,
    policy: 'guaranteed-loan',
    ...(await makeGrants(server, people)),
    drafted: { editionId, version: 1, part: { editionId, part: 'clocks', version: 1 } },
  };
}

/** A look at a list, its picture, and another picture on its way. */
async function makeCheck(server: TestServer, reviewer: string, entryId: string): Promise<World['check']> {
  const { checks } = await server.ask<{ checks: Array<{ looks: Array<{ id: string }> }> }>(
    reviewer,
    'screening/recordChecks',
    { entryId, codes: ['wageArrears'], clear: true, checkedOn: '2026-11-24', note: '' },
  );
  const checkId = checks.flatMap(({ looks }) => looks)[0]?.id ?? '';
  const bytes = makeJpg();
  const begin = () =>
    server.ask<{ uploadId: string }>(reviewer, 'screening/beginCheckPicture', {
      checkId,
      slot: 'picture',
      name: '截图.jpg',
      size: bytes.length,
    });
  const { uploadId: accepted } = await begin();
  await sendBytes(server, reviewer, accepted, [bytes]);
  await server.ask(reviewer, 'screening/finishCheckPicture', { uploadId: accepted });
  const { uploadId: sending } = await begin();
  return { checkId, sending, accepted };
}

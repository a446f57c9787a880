import { makeUuidV7 } from '@shared/kernel/id';
import { checkDigitOf } from '@shared/kernel/resident-id';
import { usccCheckChar } from '@shared/kernel/uscc';
import { areas } from '../../cloudfunctions/core/areas';
import { fileOwnersOf } from '../../cloudfunctions/core/files/file-owner';
import { receiveUpload } from '../../cloudfunctions/core/files/receive-upload';
import { at } from '../../cloudfunctions/core/platform/schema';
import { makeUploadToken } from '../../cloudfunctions/core/platform/storage/upload-token';
import { currentEdition } from '../../cloudfunctions/core/seeds/editions';
import { personaId } from '../../cloudfunctions/core/seeds/personas';
import { makePdf } from './sample-files/pdf';
import { makeJpg } from './sample-files/picture';
import type { TestServer } from './server';

/** Every kind of subject that has files, as the host knows them. */
export const fileOwners = fileOwnersOf(areas);

export type SubmittedEntry = { entryId: string; version: number; reference: string };
export type EntryWish = {
  region?: string;
  /** A contest of another edition than the seeds' current one. */
  contestId?: string;
  title?: string;
  track?: string;
  /** `idea_team` (the default) is not registered; `start_up` and `growth` have an entity and a licence. */
  group?: 'idea_team' | 'start_up' | 'growth';
  /** A persona, or a person's id; a fresh person when left out. */
  leader?: string;
  /** Replaces the ID number, which is otherwise one that nobody has yet. */
  idNumber?: string;
  /** The leader's phone number and name, and the credit code of a registered group, where a test tells entries apart by them. */
  phone?: string;
  leaderZh?: string;
  uscc?: string;
};
type Draft = { entryId: string; leader: string };
type Saved = { version: number; problems: Record<string, string> };

let made = 0;

/** A valid ID number of someone born on the given date (`YYYYMMDD`); each call gives another. */
export function freshIdNumber(born = '19900307'): string {
  made += 1;
  const first17 = `141000${born}${String(made % 1000).padStart(3, '0')}`;
  return first17 + checkDigitOf(first17);
}

/** A valid credit code; each call gives another. */
export function freshUscc(): string {
  made += 1;
  const first17 = `91141033MA0${String(made).padStart(6, '0')}`;
  return first17 + usccCheckChar(first17);
}

/** Someone who has signed in and holds no role. Answers the person's id, by which calls are made. */
export async function freshPerson(server: TestServer, name = '王小明'): Promise<string> {
  const id = makeUuidV7(server.clock.now(), server.home.random(10));
  await server.db
    .insertInto('person')
    .values({
      id,
      openid: null,
      persona: null,
      display_name: name,
      phone_sealed: null,
      phone_masked: null,
      created_at: at(server.clock.now()),
    })
    .execute();
  return id;
}

/** Announces, sends and finishes one file through the real procedures; answers the material as it then stands. */
export async function uploadFile(
  server: TestServer,
  as: string,
  entryId: string,
  slot: string,
  file: { name: string; bytes: Buffer },
): Promise<{ uploadId: string; state: string; refusal: string | null; version: number; sha256: string | null }> {
  const { uploadId } = await server.ask<{ uploadId: string }>(as, 'entry/beginUpload', {
    entryId,
    slot,
    name: file.name,
    size: file.bytes.length,
  });
  await sendBytes(server, as, uploadId, [file.bytes]);
  return server.ask(as, 'entry/finishUpload', { uploadId });
}

/** What the browser's form does: the bytes of a begun upload, with its token. */
export function sendBytes(server: TestServer, as: string, uploadId: string, pieces: readonly Buffer[]) {
  const personId = as.length === 36 ? as : personaId(as);
  const token = makeUploadToken({ uploadId, personId, now: server.clock.now() }, server.home.keys);
  return receiveUpload(server.home, fileOwners, { uploadId, token, source: toStream(pieces) });
}

async function* toStream(pieces: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* pieces;
}

/** Begins a draft in which nothing stands yet, as this person; answers its id. */
export async function beginDraft(server: TestServer, leader: string, wish: EntryWish = {}): Promise<string> {
  const { region = '141033', track = 'rural_revitalisation', group = 'idea_team' } = wish;
  const { contestId = `${currentEdition}-${region}` } = wish;
  const asked = { contestId, trackCode: track, groupCode: group };
  return (await server.ask<{ entryId: string }>(leader, 'entry/start', asked)).entryId;
}

/** Begins a draft and fills it so that nothing stands in the way of submitting. */
export async function filledDraft(server: TestServer, wish: EntryWish = {}): Promise<Draft> {
  const leader = wish.leader ?? (await freshPerson(server));
  const draft = { entryId: await beginDraft(server, leader, wish), leader };
  await fillDraft(server, draft, wish);
  return draft;
}

/** Fills a draft as it was begun, with the documents that its group must have. */
export async function fillDraft(server: TestServer, draft: Draft, wish: EntryWish = {}): Promise<void> {
  const {
    region = '141033',
    title = '蒲县山货直供',
    track = 'rural_revitalisation',
    group = 'idea_team',
    leaderZh = '王小明',
  } = wish;
  await saveProject(server, draft, { title, track, group });
  await consent(server, draft);
  const sealed = { idNumber: wish.idNumber ?? freshIdNumber(), phone: wish.phone ?? '19900008000' };
  await save(server, draft, 'leader', 0, { name: leaderZh, founderRole: 'first_founder', keyGroup: null }, sealed);
  if (group !== 'idea_team') {
    await save(server, draft, 'entity', 0, {
      name: '蒲县山货农产品有限公司',
      uscc: wish.uscc ?? freshUscc(),
      registrationDate: group === 'start_up' ? '2025-03-03' : '2022-03-03',
      address: '临汾市蒲县蒲城镇西关街 8 号',
      regionId: region,
    });
    await uploadFile(server, draft.leader, draft.entryId, 'licence', { name: '营业执照.jpg', bytes: makeJpg() });
  }
  await save(server, draft, 'jobs', 0, {
    direct: 6,
    directBasis: '现有 3 人，明年再招 3 人',
    indirect: 12,
    indirectBasis: '十二户签约农家',
    insured: 0,
  });
  await uploadFile(server, draft.leader, draft.entryId, 'business_plan', { name: '商业计划书.pdf', bytes: makePdf() });
  await save(server, draft, 'declaration', 0, { typedName: leaderZh, agreed: true });
}

/** Fills in the first part of a draft as it was begun. */
export const saveProject = (
  server: TestServer,
  draft: Draft,
  {
    title = '蒲县山货直供',
    track = 'rural_revitalisation',
    group = 'idea_team',
  }: Pick<EntryWish, 'title' | 'track' | 'group'> = {},
) =>
  save(server, draft, 'project', 1, {
    title,
    trackCode: track,
    groupCode: group,
    summary: '把山里的核桃和蜂蜜直接送到城里人的餐桌上',
    description: '和十二户农家签了收购约定，统一分拣包装，通过社区团购和网店销售，已有回头客三百多户。',
    claimsIp: false,
  });

/** The leader's consent, without which no number is kept. */
export const consent = (server: TestServer, { entryId, leader }: Draft, sensitive = true) =>
  server.ask(leader, 'entry/giveConsents', { entryId, sensitive, publicDisplay: false });

/** Saves one part of a draft as its leader. */
export function save(
  server: TestServer,
  { entryId, leader }: Draft,
  section: string,
  version: number,
  data: Record<string, unknown>,
  sealed?: { idNumber?: string; phone?: string },
): Promise<Saved> {
  return server.ask<Saved>(leader, 'entry/saveSection', { entryId, section, version, data, ...(sealed && { sealed }) });
}

/** An entry that was filled and submitted through the real procedures, its files really stored and checked. */
export async function submittedEntry(server: TestServer, wish: EntryWish = {}): Promise<SubmittedEntry & Draft> {
  const draft = await filledDraft(server, wish);
  const { version } = await server.ask<{ version: number }>(draft.leader, 'entry/submit', {
    entryId: draft.entryId,
    version: 1,
  });
  const { reference } = await server.db
    .selectFrom('entry')
    .select('reference')
    .where('id', '=', draft.entryId)
    .executeTakeFirstOrThrow();
  return { ...draft, version, reference: reference ?? '' };
}

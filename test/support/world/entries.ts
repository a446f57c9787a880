import { contestId, currentEdition } from '../../../cloudfunctions/core/seeds/editions';
import { filledDraft, freshPerson, save, uploadFile } from '../entry-factory';
import { claimAs, decideAs, readAll, returnAs } from '../review-acts';
import { makePdf } from '../sample-files/pdf';
import type { TestServer } from '../server';
import type { Cast, EntryName } from './cast';
import { fillTeam, type Joined } from './team';

export type Standing = { entryId: string; version: number };
type Led = { entryId: string; leader: string };
type Scene = Led & { server: TestServer; cast: Cast };
type Group = 'idea_team' | 'start_up';

/** How an entry comes to stand where its name says. */
type Road = { title: string; group: Group; goes: (scene: Scene) => Promise<unknown> };

const faulty = { project: { codes: ['PROJECT_UNCLEAR'], comment: '请写明和哪些农户签了约' } };

const road = (title: string, group: Group, goes: Road['goes']): Road => ({ title, group, goes });

/** An entry for every state, by its name. Everything is filled in but in `begun`, in whose team nobody has agreed. */
const roads = {
  draft: road('蒲县山货直供', 'start_up', async () => {}),
  /** Hardly anything is filled in, and its files are in every state. */
  begun: road('', 'start_up', leaveFiles),
  ready: road('蒲县药茶', 'start_up', async () => {}),
  submitted: road('蒲县云上药谷', 'start_up', handIn),
  /** Under review, with a note; no part is marked. */
  held: road('蒲县蜂蜜合作社', 'start_up', async (scene) => {
    await claim(scene);
    await scene.server.ask(scene.cast.clerk, 'screening/addNote', {
      entryId: scene.entryId,
      body: '电话核实过，地址属实',
    });
  }),
  /** Under review, every part read and in order. */
  read: road('蒲县木耳基地', 'start_up', (scene) => read(scene)),
  /** Under review, every part read and one of them faulty. */
  faulty: road('蒲县核桃油坊', 'idea_team', (scene) => read(scene, faulty)),
  returned: road('蒲县杂粮加工', 'idea_team', (scene) =>
    giveBack(scene, { ...faulty, materials: { codes: ['PLAN_MISSING_PARTS'] } }),
  ),
  resubmitted: road('蒲县冷链快运', 'idea_team', async (scene) => {
    await giveBack(scene, faulty);
    await correct(scene);
  }),
  qualified: road('蒲县乡村民宿', 'idea_team', async (scene) => {
    const version = await read(scene);
    await decideAs(scene.server, scene.cast.clerk, 'approve', { entryId: scene.entryId, version });
  }),
  rejected: road('蒲县剪纸工坊', 'idea_team', async (scene) => {
    const version = await read(scene, { leader: { codes: ['LEADER_NOT_FOUNDER'] } });
    const reason = '负责人不是项目发起人或主要成员';
    await decideAs(scene.server, scene.cast.clerk, 'reject', { entryId: scene.entryId, version, reason });
  }),
  /** Under review; what is decided on them is the world's. */
  decided: road('蒲县草编手作', 'idea_team', claim),
  unsigned: road('蒲县豆腐工坊', 'idea_team', claim),
} satisfies Record<EntryName, Road>;

/** The entries of these names, each with its team, and how each of them stands in the end. */
export async function makeEntries<Name extends EntryName>(
  server: TestServer,
  cast: Cast,
  names: readonly Name[],
): Promise<Record<Name, Standing & Joined>> {
  const made = new Map<Name, Led & Joined>();
  for (const name of names) {
    server.clock.pass(cast.pause);
    const led = await (name === 'begun' ? begin(server, cast) : fill(server, cast, name));
    made.set(name, { ...led, ...(await fillTeam(server, led, cast.team(name), name !== 'begun')) });
    await roads[name].goes({ ...led, server, cast });
  }
  const ids = [...made.values()].map(({ entryId }) => entryId);
  const rows = await server.db.selectFrom('entry').select(['id', 'version']).where('id', 'in', ids).execute();
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  const entries = [...made].map(([name, { entryId, viewerMember, invitation }]) => [
    name,
    { entryId, version: versions.get(entryId) ?? 0, viewerMember, invitation },
  ]);
  return Object.fromEntries(entries) as Record<Name, Standing & Joined>;
}

async function begin(server: TestServer, cast: Cast): Promise<Led> {
  const leader = cast.leads('begun') ?? (await freshPerson(server));
  const { entryId } = await server.ask<{ entryId: string }>(leader, 'entry/start', {
    contestId: contestId(currentEdition, cast.region),
    trackCode: cast.track,
    groupCode: roads.begun.group,
  });
  return { entryId, leader };
}

function fill(server: TestServer, { region, track, leads }: Cast, name: EntryName): Promise<Led> {
  const leader = leads(name);
  const { title, group } = roads[name];
  return filledDraft(server, { region, track, group, title, ...(leader !== undefined && { leader }) });
}

/** A file with an older version, one that was refused, and one that broke off. */
async function leaveFiles({ server, entryId, leader }: Scene): Promise<void> {
  const leave = (slot: string, name: string, bytes: Buffer) =>
    uploadFile(server, leader, entryId, slot, { name, bytes });
  await leave('business_plan', '商业计划书.pdf', makePdf());
  await leave('business_plan', '商业计划书（改）.pdf', makePdf());
  await leave('pitch_deck', '路演.pdf', Buffer.from(`MZ${'\0'.repeat(4000)}`));
  await server.ask(leader, 'entry/beginUpload', { entryId, slot: 'licence', name: '执照.jpg', size: 4000 });
}

async function handIn({ server, entryId, leader }: Scene): Promise<void> {
  await server.ask(leader, 'entry/submit', { entryId, version: 1 });
}

async function claim(scene: Scene): Promise<number> {
  await handIn(scene);
  return claimAs(scene.server, scene.cast.clerk, scene.entryId);
}

/** Hands in, claims and reads all of it. Answers the version as it then is. */
async function read(scene: Scene, faults: Parameters<typeof readAll>[3] = {}): Promise<number> {
  const version = await claim(scene);
  await readAll(scene.server, scene.cast.clerk, scene.entryId, faults);
  return version;
}

async function giveBack(scene: Scene, faults: Parameters<typeof returnAs>[3]): Promise<void> {
  await handIn(scene);
  await returnAs(scene.server, scene.cast.clerk, scene.entryId, faults);
}

type Form = { version: number; sections: Array<{ section: string; version: number; data: object }> };

/** Writes what the order asked for, and hands in again. */
async function correct({ server, entryId, leader }: Scene): Promise<void> {
  const { version, sections } = await server.ask<Form>(leader, 'entry/get', { entryId });
  const project = sections.find(({ section }) => section === 'project');
  await save(server, { entryId, leader }, 'project', project?.version ?? 0, {
    ...project?.data,
    description: '和古县、蒲县十二户农家签了收购约定，名单见商业计划书。',
  });
  await server.ask(leader, 'entry/resubmit', { entryId, version });
}

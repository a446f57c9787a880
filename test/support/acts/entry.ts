/** What an entrant does on the way from the home page to a receipt, with whichever build in hand. */
import { extname } from 'node:path';
import { freshIdNumber, freshUscc } from '../entry-factory';
import type { Hand, PickedFile } from '../hand';
import { makeMp4 } from '../sample-files/mp4';
import { makePptx } from '../sample-files/office';
import { makePdf } from '../sample-files/pdf';
import { makeJpg } from '../sample-files/picture';

/** How each question is answered: typed, chosen from a list or a calendar, picked from what is in sight, or ticked. */
type Answers = Record<string, { type: string } | { choose: string } | { day: string } | { pick: string } | 'tick'>;

/** What happens beside the person: files are checked, messages told. */
type Due = () => Promise<unknown>;

export const plan = { name: '商业计划书.pdf', bytes: makePdf() };
export const deck = { name: '路演.pptx', bytes: makePptx() };
export const licence = { name: '营业执照.jpg', bytes: makeJpg() };
export const film = { name: '项目介绍.mp4', bytes: makeMp4() };

export const project: Answers = {
  title: { type: '蒲县山货直供' },
  summary: { type: '把山里的核桃和蜂蜜直接送到城里人的餐桌上' },
  description: { type: '和十二户农家签了收购约定，统一分拣包装，通过社区团购和网店销售。' },
  claimsIp: { pick: 'no' },
};
export const leader = (idNumber = freshIdNumber()): Answers => ({
  name: { type: '王小明' },
  // The numbers open with it.
  'consent-sensitive': 'tick',
  idNumber: { type: idNumber },
  phone: { type: '19900008000' },
  founderRole: { pick: 'first_founder' },
  keyGroup: { choose: '返乡创业农民工' },
});
export const entity = (uscc = freshUscc()): Answers => ({
  name: { type: '蒲县山货农产品有限公司' },
  uscc: { type: uscc },
  registrationDate: { day: '2025-03-03' },
  address: { type: '临汾市蒲县蒲城镇西关街 8 号' },
  regionId: { choose: '蒲县' },
});
export const jobs: Answers = {
  direct: { type: '6' },
  directBasis: { type: '现有 3 人，明年再招 3 人' },
  indirect: { type: '12' },
  indirectBasis: { type: '十二户签约农家' },
  insured: { type: '0' },
};
export const declaration: Answers = { agreed: 'tick', typedName: { type: '王小明' } };

/**
 * From the home page to a task list of one's own, in Puxian's rural track.
 * @param signIn what is done on the page that asks who one is, where nobody has signed in
 */
export async function begin(
  person: Hand,
  group: 'idea_team' | 'start_up',
  signIn?: (person: Hand) => Promise<void>,
): Promise<string> {
  await person.open('home');
  await person.tap('enter');
  await person.arrives('entry/eligibility');
  await person.choose('field-contestId', '蒲县');
  await person.tap('field-trackCode-rural_revitalisation');
  await person.tap(`field-groupCode-${group}`);
  await person.day('field-birthDate', '1990-03-07');
  if (group === 'start_up') await person.day('field-registrationDate', '2025-03-03');
  await person.usable('start', true);
  await person.tap('start');
  if (signIn) {
    await person.arrives('account/signin');
    await signIn(person);
    await person.arrives('entry/eligibility');
    await person.usable('start', true);
    await person.tap('start');
  }
  await person.arrives('entry/entry');
  await person.reads('section-project');
  return person.param('entryId');
}

/** Signs in by the demo's picker. */
export const asPersona =
  (persona: string) =>
  (person: Hand): Promise<void> =>
    person.tap(`persona-${persona}`);

/** Answers questions of the section in front. */
export async function answer(person: Hand, answers: Answers): Promise<void> {
  for (const [name, how] of Object.entries(answers)) {
    const id = name.startsWith('consent-') ? name : `field-${name}`;
    if (how === 'tick') await tick(person, id);
    else if ('type' in how) await person.type(id, how.type);
    else if ('choose' in how) await person.choose(id, how.choose);
    else if ('day' in how) await person.day(id, how.day);
    else await person.tap(`${id}-${how.pick}`);
  }
}

/** Ticks a box, which nobody has ticked beforehand. */
async function tick(person: Hand, id: string): Promise<void> {
  await person.ticked(id, false);
  await person.tap(id);
  await person.ticked(id, true);
}

/** Opens a section from the task list, answers it, and comes back when it has been kept. */
export async function fill(person: Hand, section: string, answers: Answers): Promise<void> {
  await person.tap(`section-${section}`);
  await person.arrives('entry/section');
  await answer(person, answers);
  await person.tap('done');
  await person.arrives('entry/entry');
  await person.reads(`section-${section}`, '已完成');
}

/** Sends a file into a slot of the materials page and waits until it has been taken. */
export async function upload(
  person: Hand,
  slot: string,
  file: PickedFile,
  due: Due,
  from?: 'album' | 'camera' | 'chat',
): Promise<void> {
  await person.attach(`pick-${slot}`, file, from);
  // The album and the camera name no files; what kind they are is kept.
  await person.reads(`slot-${slot}`, from === undefined || from === 'chat' ? file.name : extname(file.name));
  await person.gone(`transfer-${slot}`);
  // Where the bytes pass the server by, they are checked when its timer comes.
  await due();
  await person.reads(`slot-${slot}`, '已收到');
}

/** Fills a begun entry of a registered company until nothing stands in the way of submitting. */
export async function fillAll(person: Hand, due: Due): Promise<void> {
  await fill(person, 'project', project);
  await fill(person, 'leader', leader());
  await fill(person, 'entity', entity());
  await fill(person, 'jobs', jobs);
  await person.tap('section-materials');
  await upload(person, 'business_plan', plan, due);
  await upload(person, 'pitch_deck', deck, due);
  await upload(person, 'licence', licence, due, 'album');
  await upload(person, 'video', film, due, 'album');
  await person.tap('done');
  await person.arrives('entry/entry');
  await person.tap('section-declaration');
  await person.ticked('consent-sensitive', true);
  await person.ticked('consent-publicDisplay', false);
  await answer(person, declaration);
  await person.tap('done');
  await person.arrives('entry/entry');
}

/** Submits from the task list; answers the number on the receipt. */
export async function submit(person: Hand, move: 'submit' | 'resubmit' = 'submit'): Promise<string> {
  await person.tap(move);
  await person.arrives('entry/receipt');
  return person.reads('reference', 'XH2026');
}

/** Fills in who one is on an invitation, joins, and confirms to take part. */
export async function joinTeam(member: Hand): Promise<void> {
  await member.arrives('entry/invitation');
  await member.sees('蒲县山货直供', '查看并一起填写');
  await member.tap('join');
  await member.reads('field-name-error');
  await member.type('field-name', '李强');
  await member.type('field-roleZh', '技术');
  await tick(member, 'consent-sensitive');
  await member.type('field-phone', '19900009000');
  await member.tap('join');
  await member.arrives('entry/team');
  await member.tap('consent');
  await member.sees('已确认参赛');
}

/** Two who write different things into one field: the second is shown both and takes the first one's. */
export async function writeAgainst(leader: Hand, member: Hand, entryId: string): Promise<void> {
  for (const person of [leader, member]) {
    await person.open('entry/section', { entryId, section: 'project' });
    await person.reads('field-title');
  }
  await member.type('field-title', '蒲县核桃到家');
  await member.tap('done');
  await member.arrives('entry/entry');
  await leader.type('field-title', '蒲县山货到家');
  await leader.tap('done');
  await leader.sees('有人先保存了不同的内容', '这一部分刚由', '蒲县核桃到家', '蒲县山货到家');
  await leader.tap('contest-title-theirs');
  await leader.tap('settle');
  await leader.reads('field-title');
}

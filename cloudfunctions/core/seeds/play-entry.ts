import { addDays, shanghaiDate } from '@shared/kernel/shanghai';
import { contestId } from './editions';
import { personaId } from './personas';
import type { Player } from './player';
import { samplePdf } from './sample-plan';
import { syntheticIdNumber, syntheticName, syntheticPhone, syntheticUscc } from './synthetic';

export type Script = {
  /** Number of the synthetic person; ids, phones and codes are made from it. */
  n: number;
  editionId: string;
  regionId: string;
  regionZh: string;
  trackCode: string;
  groupCode: 'idea_team' | 'start_up';
  title: string;
  direct: number;
  indirect: number;
  /** When the leader begins. */
  begins: number;
  cutoffDate: string;
  /** A persona that leads; else a synthetic person is made. */
  leaderId?: string;
};

export type Played = { entryId: string; leaderId: string; version: number };

type Versioned = { version: number };
type Decision = Versioned & { decisionId: string };
type Moved = Versioned & { decision?: Decision };

/** Fills in and keeps a draft, complete in every section; the documents are small real files. */
export async function playDraft(player: Player, script: Script): Promise<Played> {
  player.setTime(script.begins);
  const leaderId = script.leaderId ?? (await player.newPerson(script.n));
  const ask = <T>(path: string, input: unknown) => player.ask<T>(leaderId, path, input);
  const { entryId } = await ask<{ entryId: string }>('entry/start', {
    contestId: contestId(script.editionId, script.regionId),
    trackCode: script.trackCode,
    groupCode: script.groupCode,
  });
  const entry = await ask<{ version: number; sections: Array<{ section: string; version: number }> }>('entry/get', {
    entryId,
  });
  const save = (section: string, data: object, sealed?: object) =>
    ask('entry/saveSection', {
      entryId,
      section,
      version: entry.sections.find((s) => s.section === section)?.version ?? 0,
      data,
      ...(sealed && { sealed }),
    });
  await save('project', {
    title: script.title,
    trackCode: script.trackCode,
    groupCode: script.groupCode,
    summary: `在${script.regionZh}做“${script.title}”，就近服务居民和农户，带动周边就业。`,
    description:
      '团队来自本地，从小做起，已有固定客户和合作伙伴。产品和服务按订单提供，价格公开，售后有专人负责。目前收支基本平衡，下一步扩大服务范围，就近招用返乡人员和周边农户，并与合作社、村集体签订长期供货协议。',
    claimsIp: false,
  });
  await ask('entry/giveConsents', { entryId, sensitive: true, publicDisplay: script.n % 2 === 0 });
  await save(
    'leader',
    { name: syntheticName(script.n), founderRole: 'first_founder', keyGroup: 'none' },
    { idNumber: syntheticIdNumber(script.n), phone: syntheticPhone(script.n) },
  );
  if (script.groupCode === 'start_up') {
    await save('entity', {
      name: `${script.regionZh}${script.title}有限公司`,
      uscc: syntheticUscc(script.n),
      registrationDate: addDays(script.cutoffDate, -60 - (script.n % 900)),
      address: `临汾市${script.regionZh}创业街${script.n}号`,
      regionId: script.regionId,
    });
  }
  await save('jobs', {
    direct: script.direct,
    directBasis: '按用工计划估算',
    indirect: script.indirect,
    indirectBasis: '按订单农户和上下游估算',
    insured: 0,
  });
  await save('declaration', { typedName: syntheticName(script.n), agreed: true });
  await playMaterial(
    player,
    leaderId,
    entryId,
    'business_plan',
    `商业计划书${script.n}.pdf`,
    `Business plan ${script.n}`,
  );
  if (script.groupCode === 'start_up')
    await playMaterial(player, leaderId, entryId, 'licence', `营业执照${script.n}.pdf`, `Licence ${script.n}`);
  return { entryId, leaderId, version: (await ask<Versioned>('entry/get', { entryId })).version };
}

export async function playMaterial(
  player: Player,
  personId: string,
  entryId: string,
  slot: string,
  name: string,
  line: string,
): Promise<void> {
  const bytes = samplePdf(line);
  const { uploadId, via } = await player.ask<{ uploadId: string; via: { fields: { token: string } } }>(
    personId,
    'entry/beginUpload',
    { entryId, slot, name, size: bytes.length },
  );
  await player.store(uploadId, via.fields.token, bytes);
  await player.ask(personId, 'entry/finishUpload', { uploadId });
}

/** Makes one move as a person and keeps the entry's version; what was decided is sent at once. */
export async function playMove(
  player: Player,
  personId: string,
  path: string,
  played: Played,
  input: object = {},
): Promise<void> {
  const { version, decision } = await order(player, personId, path, played, input);
  played.version = version;
  if (decision) await playOn(player, personId, 'screening/sendNow', played, decision);
}

const order = (player: Player, personId: string, path: string, { entryId, version }: Played, input: object) =>
  player.ask<Moved>(personId, path, { entryId, version, ...input });

/** Goes on with what was decided of an entry, and answers how the decision then stands. */
async function playOn(player: Player, personId: string, path: string, played: Played, of: Decision): Promise<Moved> {
  const moved = await player.ask<Moved>(personId, path, { decisionId: of.decisionId, version: of.version });
  played.version = moved.version;
  return moved;
}

/** The second signature of a region's decisions: its lead's where the demo has one, else the city's. */
const signerOf = (regionId: string): string => personaId(regionId === '141033' ? 'lead-puxian' : 'city');

/**
 * Claim, find the leader no founder, reject, have it signed by a second person, send it.
 * @param signed false where it is still to be signed
 */
export async function playRejection(
  player: Player,
  clerkId: string,
  regionId: string,
  played: Played,
  signed = true,
): Promise<void> {
  await playMove(player, clerkId, 'screening/claim', played);
  await playMarks(player, clerkId, played, { leader: 'LEADER_NOT_FOUNDER' });
  const reason = '负责人不是项目发起人或主要成员，不符合参赛条件';
  const { decision } = await order(player, clerkId, 'screening/reject', played, { reason });
  if (!signed || !decision) return;
  const { decision: agreed } = await playOn(player, signerOf(regionId), 'screening/sign', played, decision);
  if (agreed) await playOn(player, clerkId, 'screening/sendNow', played, agreed);
}

type Read = { sections: Array<{ section: string; markVersion: number }> };

/** Finds everything in order in one act, as a clerk who found nothing does; `faults` then names the sections found wanting and the preset reason of each. */
export async function playMarks(
  player: Player,
  clerkId: string,
  { entryId }: Played,
  faults: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { sections } = await player.ask<Read>(clerkId, 'screening/markAll', { entryId });
  for (const { section, markVersion } of sections) {
    const code = faults[section];
    if (code === undefined) continue;
    await player.ask(clerkId, 'screening/markSection', {
      entryId,
      section,
      markVersion,
      verdict: 'fault',
      codes: [code],
      comment: '',
    });
  }
}

/** Looks through every list that the edition names, and finds nobody in them. */
async function playChecks(player: Player, clerkId: string, { entryId }: Played): Promise<void> {
  const { checks } = await player.ask<{ checks: Array<{ code: string }> }>(clerkId, 'screening/review', { entryId });
  await player.ask(clerkId, 'screening/recordChecks', {
    entryId,
    codes: checks.map(({ code }) => code),
    clear: true,
    checkedOn: shanghaiDate(player.home.now()),
    note: '',
  });
}

/** Claim, read everything, look through the lists, approve. */
export async function playApproval(player: Player, clerkId: string, played: Played): Promise<void> {
  await playMove(player, clerkId, 'screening/claim', played);
  await playMarks(player, clerkId, played);
  await playChecks(player, clerkId, played);
  await playMove(player, clerkId, 'screening/approve', played);
}

/** Claim, and return for one fault in the project's description. */
export async function playReturn(player: Player, clerkId: string, played: Played): Promise<void> {
  await playMove(player, clerkId, 'screening/claim', played);
  await playMarks(player, clerkId, played, { project: 'PROJECT_UNCLEAR', materials: 'PLAN_MISSING_PARTS' });
  await playMove(player, clerkId, 'screening/return', played, {
    message: '补充后请重新提交，有疑问请联系本县赛场工作人员。',
  });
}

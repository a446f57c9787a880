import { isSlotAsked, isSlotNeeded, slotFactsOf } from '@shared/entry/needed-slots';
import type { Contest, EntryView, Material } from '../entry-view';

export type Slot = Contest['slots'][number];
/** `asked`: it may be filled. */
export type SlotNeed = { asked: boolean; needed: boolean; why: string };

const whyNeeded: Record<Slot['neededWhen'], string> = {
  always: '每个项目都要',
  registered: '已注册的经营主体要传',
  claimsIp: '您填了有专利、商标或著作权',
  claimsInsuredJobs: '您填了有缴社保的员工',
  otherPaper: '负责人用的不是居民身份证',
  never: '没有也可以提交',
};
const whyNot: Record<Slot['neededWhen'], string> = {
  always: '',
  registered: '未注册的不用传',
  claimsIp: '没有专利、商标或著作权的不用传',
  claimsInsuredJobs: '没有缴社保员工的不用传',
  otherPaper: '用居民身份证的不用传，请删除',
  never: '没有也可以提交',
};

/** May a slot be filled, must it, and why, from the form as it stands. */
export function slotNeed(slot: Slot, entry: EntryView, contest: Contest): SlotNeed {
  const dataOf = (section: string) => entry.sections.find((each) => each.section === section)?.data ?? {};
  const project = dataOf('project');
  const group = contest.groups.find(({ code }) => code === project.groupCode);
  const typed = { project, leader: dataOf('leader'), jobs: dataOf('jobs') };
  const facts = slotFactsOf(group?.registered === true, typed, contest.identityPapers);
  const needed = isSlotNeeded(slot, facts);
  return {
    asked: isSlotAsked(slot, facts),
    needed,
    why: needed ? whyNeeded[slot.neededWhen] : whyNot[slot.neededWhen],
  };
}

/** What stands in one slot: the files in force, in their order, older versions, those being checked, and a refusal that came last. */
export function filesOf(slot: string, materials: readonly Material[]) {
  const mine = materials
    .filter((each) => each.slot === slot)
    .sort((a, b) => a.fileNo - b.fileNo || b.version - a.version);
  return {
    current: mine.filter(({ current }) => current),
    /** Begun and never ended: the page was closed, or it goes on in another session. */
    sending: mine.find(({ state }) => state === 'sending') ?? null,
    checking: mine.filter(({ state }) => state === 'checking'),
    refused: mine.find(({ state }) => state === 'refused') ?? null,
    older: mine.filter(({ state, current }) => state === 'accepted' && !current),
  };
}

import { renewalZh } from '@shared/competition/renewal-words';
import { isSlotAsked, isSlotNeeded, slotFactsOf } from '@shared/entry/needed-slots';
import type { SlotNeed } from '../../../patterns/files/files-of-slot';
import type { Contest, EntryView } from '../entry-view';

type Slot = Contest['slots'][number];

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
    why: [needed ? whyNeeded[slot.neededWhen] : whyNot[slot.neededWhen], renewalZh(slot)].filter(Boolean).join('；'),
  };
}

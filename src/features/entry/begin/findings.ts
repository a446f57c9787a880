import { assessEligibility, type Finding, suggestGroup } from '@shared/entry/eligibility';
import { isPersonalSlot } from '@shared/entry/needed-slots';
import { type PaperKind, paperKindOf, papers } from '@shared/kernel/identity-paper';
import { isDate, shanghaiDate } from '@shared/kernel/shanghai';
import type { Tone } from '../../../ui/tone';
import type { Contest } from '../entry-view';

export type Answers = {
  contestId: string;
  trackCode: string;
  groupCode: string;
  birthDate: string;
  registrationDate: string;
  /** A kind of paper, or `none` of those that the edition takes; '' is the usual one. */
  idKind: string;
};

/** The answer of somebody who has none of the papers. */
export const noPaper = 'none';

export const verdicts: Record<Finding['verdict'], { zh: string; tone: Tone }> = {
  pass: { zh: '符合', tone: 'pass' },
  fail: { zh: '不符合', tone: 'error' },
  staff: { zh: '待人工核对', tone: 'info' },
};

/** What staff will look at, said to the entrant; the rule's own sentence tells staff what to do. */
const toEntrant: Readonly<Record<string, string>> = {
  LOCAL: '审核时核对登记注册地或实际经营地',
  FOUNDER: '审核时对照您的说明和材料核对',
  NOT_PAST_WINNER: '审核时核对往届获奖名单',
  CREDIT: '审核时查询失信、严重违法失信、经营异常和拖欠农民工工资名单',
  NO_BANNED_TRADE: '审核时核对经营内容',
};

/** What the leader is known by, as answered. */
export const paperOf = ({ idKind }: Answers, { identityPapers }: Contest): PaperKind | 'none' =>
  idKind === noPaper ? 'none' : paperKindOf(idKind, identityPapers);

/** Said of a paper that a person compares; its picture is asked where the edition has a slot for it. */
function comparedZh(kind: PaperKind, { slots }: Contest): string {
  const picture = slots.find(isPersonalSlot);
  return `${papers[kind].zh}由审核人员核对${picture ? `，填写时须上传${picture.zh}` : ''}`;
}

/** The conditions of taking part as far as the answers tell, and the group that fits better, if another does. */
export function findingsOf(answers: Answers, contest: Contest, now: number) {
  const today = shanghaiDate(now);
  const { groups, edition, tracks } = contest;
  const group = groups.find(({ code }) => code === answers.groupCode);
  if (!group) return { group: null, findings: [], better: null };
  const birthDate = isDate(answers.birthDate) ? answers.birthDate : null;
  const registrationDate = group.registered && isDate(answers.registrationDate) ? answers.registrationDate : null;
  const paper = paperOf(answers, contest);
  const facts = { groups, cutoffDate: edition.cutoffDate, today, birthDate, registrationDate };
  const findings = assessEligibility({
    ...facts,
    group,
    trackRunsHere: answers.trackCode === '' ? null : tracks.some(({ code }) => code === answers.trackCode),
    teamSize: null,
    leaderHasAnother: null,
    paper,
    papersTaken: contest.identityPapers,
  }).map(({ reason, ...finding }) => {
    const compared = finding.code === 'ID_PAPER' && paper !== 'none';
    return { ...finding, reason: compared ? comparedZh(paper, contest) : (toEntrant[finding.code] ?? reason) };
  });
  const right = group.registered && registrationDate === null ? null : suggestGroup(facts);
  return { group, findings, better: right !== null && right.code !== group.code ? right : null };
}

/** Each field in the order of the page, with a sentence where it is still to be answered before an entry may begin. */
export function unanswered(answers: Answers, contest: Contest | undefined): Record<keyof Answers, string | false> {
  const group = contest?.groups.find(({ code }) => code === answers.groupCode);
  return {
    contestId: answers.contestId === '' && '请选择在哪个县（市、区）报名',
    trackCode: !contest?.tracks.some(({ code }) => code === answers.trackCode) && '请选择赛道',
    groupCode: group === undefined && '请选择组别',
    idKind: false,
    birthDate: !isDate(answers.birthDate) && '请选择负责人的出生日期',
    registrationDate: group?.registered === true && !isDate(answers.registrationDate) && '请选择营业执照成立日期',
  };
}

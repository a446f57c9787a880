import type { Group } from '../competition/blueprint';
import { type PaperKind, papers } from '../kernel/identity-paper';
import { ageOn } from '../kernel/resident-id';
import { addMonths, formatFullDateZh } from '../kernel/shanghai';

/** Known about an entry when its right to take part is judged; what is not known yet is `null` and gives no finding. */
export type EligibilityFacts = {
  group: Group;
  /** All groups of the edition, in their order: where the chosen one does not fit, the right one is named. */
  groups: readonly Group[];
  /** The edition's cut-off, on which ages and years since registration are reckoned. Dates are `YYYY-MM-DD`. */
  cutoffDate: string;
  /** Today in Asia/Shanghai. */
  today: string;
  birthDate: string | null;
  registrationDate: string | null;
  /** Does the region's contest run the chosen track? */
  trackRunsHere: boolean | null;
  /** People on the team, the leader among them. */
  teamSize: number | null;
  /** The leader's paper; a person compares any but the resident's card. `none`: not one of those that the edition takes. */
  paper?: PaperKind | 'none';
  /** The papers that the edition takes. */
  papersTaken?: readonly PaperKind[];
  /** Has the leader another live submitted entry in the edition? */
  leaderHasAnother: boolean | null;
};

/** One condition: met, not met, or left to a person. */
export type Finding = { code: string; zh: string; verdict: 'pass' | 'fail' | 'staff'; reason: string };

const statutoryAge = 16;

const span = (months: number) => (months % 12 === 0 ? `${months / 12} 年` : `${months} 个月`);

const finding = (code: string, zh: string, passes: boolean, passed: string, failed: string): Finding => ({
  code,
  zh,
  verdict: passes ? 'pass' : 'fail',
  reason: passes ? passed : failed,
});

function ageFindings({ group, birthDate, cutoffDate }: EligibilityFacts): Finding[] {
  if (birthDate === null) return [];
  const age = ageOn(birthDate, cutoffDate);
  const least = Math.max(statutoryAge, group.ageMin);
  const at = `负责人到基准日${formatFullDateZh(cutoffDate)}满 ${age} 周岁`;
  const findings = [finding('AGE_16', `年满 ${least} 周岁`, age >= least, at, `${at}，须年满 ${least} 周岁`)];
  const most = group.ageMax;
  if (most !== null) {
    const zh = `不超过 ${most} 周岁`;
    findings.push(finding('AGE_MAX', zh, age <= most, at, `${at}，“${group.zh}”要求不超过 ${most} 周岁`));
  }
  return findings;
}

/**
 * Has an entity reached an age in months by a date? Counted forward to the same day of the month, or to the month's last day where
 * there is none (Civil Code art. 202): registered on 29 February 2020, it is five years old on 28 February 2025.
 */
const hasReached = (registrationDate: string, months: number, date: string): boolean =>
  addMonths(registrationDate, months) <= date;

/** The window of a group. "未满" is strict: an entity registered exactly five years before the cut-off is five years old and out. */
function isInWindow(group: Group, registrationDate: string, cutoffDate: string): boolean {
  const { registeredAfterMonths: after, registeredUpToMonths: upTo } = group;
  const youngEnough = after === null || !hasReached(registrationDate, after, cutoffDate);
  return youngEnough && (upTo === null || hasReached(registrationDate, upTo, cutoffDate));
}

/** The oldest that any registered group takes, in months; `null` when some group takes every age. */
function oldestMonths(groups: readonly Group[]): number | null {
  const limits = groups.filter(({ registered }) => registered).map((group) => group.registeredAfterMonths);
  const months = limits.filter((limit): limit is number => limit !== null);
  return months.length === 0 || months.length < limits.length ? null : Math.max(...months);
}

function registrationFindings(facts: EligibilityFacts): Finding[] {
  const { group, groups, registrationDate: registered, cutoffDate, today } = facts;
  if (!group.registered || registered === null) return [];
  if (registered > today) {
    return [
      finding(
        'REG_FUTURE',
        '已注册',
        false,
        '',
        `营业执照成立日期${formatFullDateZh(registered)}晚于今天，请核对营业执照`,
      ),
    ];
  }
  const oldest = oldestMonths(groups);
  const since = `营业执照成立日期${formatFullDateZh(registered)}，计算到基准日${formatFullDateZh(cutoffDate)}`;
  const findings: Finding[] = [];
  if (oldest !== null) {
    const passes = !hasReached(registered, oldest, cutoffDate);
    const failed = `${since}，注册已满 ${span(oldest)}，不符合“未满 ${span(oldest)}”的要求`;
    findings.push(finding('REG_LT_5Y', `注册未满 ${span(oldest)}`, passes, since, failed));
    if (!passes) return findings;
  }
  const right = suggestGroup(facts);
  const instead = right === null ? '' : `，请改报“${right.zh}”`;
  const fits = isInWindow(group, registered, cutoffDate);
  const failed = `${since}，注册时间不在“${group.zh}”的范围内${instead}`;
  findings.push(finding('REG_GROUP', `符合“${group.zh}”的注册时间`, fits, since, failed));
  return findings;
}

function otherFindings(facts: EligibilityFacts): Finding[] {
  const { group, teamSize, trackRunsHere, leaderHasAnother } = facts;
  const findings: Finding[] = [];
  if (teamSize !== null) {
    const { teamMin, teamMax } = group;
    const fits = teamSize >= teamMin && teamSize <= teamMax;
    const has = `团队共 ${teamSize} 人`;
    const failed = `${has}，“${group.zh}”要求 ${teamMin} 至 ${teamMax} 人`;
    findings.push(finding('TEAM_SIZE', `团队 ${teamMin} 至 ${teamMax} 人`, fits, has, failed));
  }
  if (trackRunsHere !== null) {
    const failed = '本县（市、区）没有设所选赛道，请另选赛道';
    findings.push(finding('TRACK_HERE', '本地设有所选赛道', trackRunsHere, '本县（市、区）设有所选赛道', failed));
  }
  if (leaderHasAnother !== null) {
    const failed = '负责人在本届已提交另一个项目，每人只能报一个';
    findings.push(
      finding('ONE_TRACK', '每人只报一个项目', !leaderHasAnother, '负责人在本届没有其他已提交的项目', failed),
    );
  }
  return findings;
}

/** What no record of ours decides; a clerk looks at it and writes down the date and the evidence. */
const leftToStaff: readonly Finding[] = [
  {
    code: 'LOCAL',
    zh: '在本地登记注册或实际经营',
    verdict: 'staff',
    reason: '请核对登记注册地或实际经营地是否在本县（市、区）',
  },
  { code: 'FOUNDER', zh: '项目发起人或主要成员', verdict: 'staff', reason: '请对照负责人自述和证明材料核对' },
  { code: 'NOT_PAST_WINNER', zh: '不是往届前三等次获奖项目', verdict: 'staff', reason: '请核对往届获奖名单' },
  {
    code: 'CREDIT',
    zh: '信用良好',
    verdict: 'staff',
    reason: '请查询失信被执行人、严重违法失信、经营异常和拖欠农民工工资名单，并记录日期和依据',
  },
  { code: 'NO_BANNED_TRADE', zh: '不属于禁止经营的行业', verdict: 'staff', reason: '请核对经营内容' },
];

function paperFinding({ paper = 'resident_id', papersTaken = ['resident_id'] }: EligibilityFacts): Finding[] {
  if (paper === 'resident_id') return [];
  if (paper === 'none') {
    const taken = papersTaken.map((kind) => papers[kind].zh).join('、');
    return [finding('ID_PAPER', '身份证件', false, '', `负责人须有下列证件之一：${taken}`)];
  }
  const reason = `负责人使用${papers[paper].zh}，请对照材料核对证件号码、姓名和出生日期`;
  return [{ code: 'ID_PAPER', zh: '身份证件', verdict: 'staff', reason }];
}

/**
 * Judges every condition of taking part (rules §2.2), the rules of the groups being data of the edition. The cut-off
 * decides age and years since registration; a registration date must have come by today.
 */
export function assessEligibility(facts: EligibilityFacts): Finding[] {
  return [
    ...ageFindings(facts),
    ...registrationFindings(facts),
    ...otherFindings(facts),
    ...paperFinding(facts),
    ...leftToStaff,
  ];
}

/** The first group of the edition into whose ages and registration window these facts fit; `null` when none does. */
export function suggestGroup(
  facts: Pick<EligibilityFacts, 'groups' | 'cutoffDate' | 'today' | 'birthDate' | 'registrationDate'>,
): Group | null {
  const { groups, cutoffDate, today, birthDate, registrationDate } = facts;
  const fits = (group: Group): boolean => {
    if (birthDate !== null) {
      const age = ageOn(birthDate, cutoffDate);
      if (age < Math.max(statutoryAge, group.ageMin) || (group.ageMax !== null && age > group.ageMax)) return false;
    }
    if (group.registered !== (registrationDate !== null)) return false;
    return registrationDate === null || (registrationDate <= today && isInWindow(group, registrationDate, cutoffDate));
  };
  return groups.find(fits) ?? null;
}

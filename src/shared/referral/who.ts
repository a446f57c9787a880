import { localLead, localStaff } from '../entry/who';
import { allOf, anyOf, cityOnly, holds, holdsAnywhere, not, rule } from '../kernel/define-access';
import type { ReferralSubject } from './states';

/** Who may do what with a referral: lifecycle and access table name these. */

const hiddenFromOthers = {
  code: 'REFERRAL_NOT_YOURS',
  reason: '没有找到这份推荐，请返回工作台',
  hidden: true,
};

export const referred = rule<{ personId: string }>(
  '被推荐人',
  (actor, { personId }) => actor.personId === personId,
  hiddenFromOthers,
);

const onItsTeam = rule<{ teamIds: readonly string[] }>(
  '项目团队成员',
  (actor, { teamIds }) => teamIds.includes(actor.personId),
  hiddenFromOthers,
);

const notOwn = not<{ personId: string; teamIds: readonly string[] }>(anyOf(referred, onItsTeam), '未参与该项目', {
  code: 'REFERRAL_OWN',
  reason: '这是您自己的项目，应当回避，请交其他人员办理',
});

/** The region's staff name who is to be asked; never themselves. */
export const nominates = allOf(localStaff, notOwn);
/** The region's lead answers for its list. */
export const confirmsList = allOf(localStaff, localLead, notOwn);
/** The city ranks, recommends and hears from above. */
export const byCity = allOf(cityOnly, notOwn);

const offices = anyOf(localStaff, holds('cityStaff', { hidden: true }), holds('auditor', { hidden: true }));
export const readsReferral = anyOf(referred, offices);
/** Who looks at the lists of regions, and sees what their own rights show. */
export const looksAtNominees = anyOf(
  holdsAnywhere('regionStaff'),
  holdsAnywhere('regionLead'),
  cityOnly,
  holdsAnywhere('auditor'),
);
export const looksAtBoard = anyOf(cityOnly, holdsAnywhere('auditor'));

export const isReferred = (caller: Parameters<typeof referred.decide>[0], referral: ReferralSubject): boolean =>
  referred.decide(caller, referral).ok;
export const isOffice = (caller: Parameters<typeof referred.decide>[0], referral: ReferralSubject): boolean =>
  offices.decide(caller, referral).ok;

import { onlyTheClock } from '../../../kernel/define-access';
import { defineLifecycle } from '../../../kernel/define-lifecycle';
import type { Holders, Station } from '../../application/kind';
import { refusal, usualMoves } from '../../application/lifecycle';
import type { ApplicationSubject } from '../../application/subject';
import { applicant, officeOf, officeOnce } from '../../application/who';
import type { BenefitsEvents } from '../../events';
import { refuseEarlyRemoval } from './notice-run';
import { states } from './states';

/** The people of the site that has it; and of the one that has or had it, who read it. */
export const operator = officeOf('incubatorOperator');
export const operatorReads = officeOnce('incubatorOperator');

const usual = usualMoves({
  lies: 'applied',
  works: 'operator_review',
  by: operator,
  zh: '基地',
  withdrawnFrom: ['applied', 'operator_review', 'returned', 'panel_review', 'waitlisted', 'offered', 'accepted'],
  dueFrom: ['returned'],
});

/** States and moves of a place in an incubator (rules §4). An offer is made where the place is chosen, so that its moves are on a page of their own. */
export const lifecycle = defineLifecycle<string, string, ApplicationSubject, keyof BenefitsEvents, Holders>()({
  name: 'incubator-place',
  zh: '申报',
  initial: 'draft',
  begins: { silent: '草稿只有本人看到' },
  takeFirst: '您还没有受理这份申报，请先受理',
  side: (application, caller) => {
    if (operatorReads.decide(caller, application).ok) return 'staff';
    return applicant.decide(caller, application).ok ? 'own' : 'outside';
  },
  states,
  moves: {
    submit: usual.submit,
    claim: usual.claim,
    putBack: usual.putBack,
    return: usual.return,
    pass: {
      from: ['operator_review'],
      to: 'panel_review',
      label: '送评审',
      by: operator,
      held: 'mine',
      danger: '申报会转给评审组打分，申报人会收到通知。',
      toldAs: '基地核对通过',
      emits: ['application.passedOn'],
    },
    reject: refusal({
      from: ['operator_review'],
      to: 'rejected',
      label: '不予入驻',
      by: operator,
      held: 'mine',
      toldAs: '未获准入驻',
    }),
    admit: {
      from: ['panel_review'],
      to: 'waitlisted',
      label: '登记评分，进入候补',
      by: operator,
      danger: '三项分数登记后不能修改，申报人会收到通知。',
      toldAs: '评审通过，进入候补',
      emits: ['application.passedOn'],
    },
    failMark: refusal({
      from: ['panel_review'],
      to: 'rejected',
      label: '登记评分，未达分数线',
      by: operator,
      toldAs: '评审未达分数线',
    }),
    offer: {
      from: ['waitlisted'],
      to: 'offered',
      label: '留位',
      by: operator,
      elsewhere: true,
      toldAs: '基地留位',
      silent: '由留位通知告知位置和期限',
    },
    offerNext: {
      from: ['waitlisted'],
      to: 'offered',
      label: '按次序留位',
      by: onlyTheClock,
      elsewhere: true,
      toldAs: '按次序留位',
      silent: '由留位通知告知位置和期限',
    },
    accept: {
      from: ['offered'],
      to: 'accepted',
      label: '接受',
      by: applicant,
      toldAs: '接受位置',
      emits: ['application.passedOn'],
    },
    decline: {
      from: ['offered'],
      to: 'waitlisted',
      label: '不要这个位置',
      by: applicant,
      danger: '这个位置转给下一位，您排到本优先档的最后，以后有别的位置再通知您。',
      toldAs: '没有接受，继续候补',
      silent: '申报人自己决定，位置随即转给下一位',
    },
    lapse: {
      from: ['offered'],
      to: 'waitlisted',
      label: '逾期未答复',
      by: onlyTheClock,
      toldAs: '逾期未答复，继续候补',
      silent: '由留位失效通知告知',
    },
    sign: {
      from: ['accepted'],
      to: 'signed',
      label: '登记协议',
      by: operator,
      danger: '登记后位置归申报人使用，按协议期限生成租金表。',
      toldAs: '签订协议',
      emits: ['application.passedOn'],
    },
    neverSigned: {
      from: ['accepted'],
      to: 'declined',
      label: '逾期未签协议',
      by: onlyTheClock,
      toldAs: '逾期未签协议',
      emits: ['application.decided'],
    },
    moveIn: {
      from: ['signed'],
      to: 'moved_in',
      label: '登记入驻',
      by: operator,
      toldAs: '入驻',
      silent: '入驻当面办，双方都在场',
    },
    askRenewal: {
      from: ['moved_in'],
      to: 'renewal_requested',
      label: '申请续期',
      by: applicant,
      toldAs: '申请续期',
      silent: '出现在基地的待办里',
    },
    renew: {
      from: ['renewal_requested'],
      to: 'moved_in',
      label: '同意续期',
      by: operator,
      danger: '按协议期满之日接续，所有基地合计不超过规定月数。',
      toldAs: '续期',
      emits: ['application.passedOn'],
    },
    refuseRenewal: {
      from: ['renewal_requested'],
      to: 'moved_in',
      label: '不同意续期',
      by: operator,
      asks: ['reason'],
      danger: '协议到期后不再续，团队会收到通知，能看到理由。',
      toldAs: '没有续期',
      tellsReason: true,
      emits: ['application.passedOn'],
    },
    warn: {
      from: ['moved_in', 'renewal_requested'],
      to: 'warned',
      label: '告知整改',
      by: operator,
      asks: ['reason'],
      danger: '申报人会收到通知。整改期限过后仍未整改的，才能清退。',
      toldAs: '告知整改',
      tellsReason: true,
      silent: '由整改通知告知事由和期限',
    },
    clear: {
      from: ['warned'],
      to: 'moved_in',
      label: '已整改',
      by: operator,
      danger: '这次告知到此了结，团队恢复正常入驻，会收到通知。',
      toldAs: '已整改',
      emits: ['application.passedOn'],
    },
    remove: {
      from: ['warned'],
      to: 'removed',
      label: '清退',
      by: operator,
      asks: ['reason'],
      when: refuseEarlyRemoval,
      danger: '位置当天结束时收回，申报人会收到通知，能看到理由。',
      toldAs: '清退',
      tellsReason: true,
      emits: ['application.decided'],
    },
    leave: {
      from: ['signed', 'moved_in', 'renewal_requested', 'warned'],
      to: 'left_early',
      label: '提前退出',
      by: applicant,
      asks: ['reason'],
      danger: '位置当天结束时交还基地，不能恢复。',
      toldAs: '提前退出',
      silent: '申报人自己退出，位置出现在基地的空位里',
    },
    graduate: {
      from: ['signed', 'moved_in', 'renewal_requested', 'warned'],
      to: 'graduated',
      label: '期满出园',
      by: onlyTheClock,
      toldAs: '期满出园',
      emits: ['application.decided'],
    },
    withdraw: usual.withdraw,
    expire: usual.expire,
  },
});

/** The way as the public reads it. */
export const stations: readonly Station[] = [
  { zh: '核对资料', byZh: '孵化基地', states: ['applied', 'operator_review', 'returned'], workdays: 5 },
  { zh: '评审打分', byZh: '评审组', states: ['panel_review'], workdays: 10 },
  { zh: '候补', byZh: '按优先档和时间', states: ['waitlisted'], workdays: null },
  { zh: '留位答复', byZh: '您', states: ['offered'], workdays: null },
  { zh: '签订协议', byZh: '您和基地', states: ['accepted'], workdays: 10 },
  {
    zh: '入驻，到期前可以续期',
    byZh: '孵化基地',
    states: ['signed', 'moved_in', 'renewal_requested', 'warned'],
    workdays: null,
  },
];

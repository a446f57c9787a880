import { defineLifecycle } from '../../kernel/define-lifecycle';
import type { AwardsEvents } from '../events';
import type { AwardClaimCommand, AwardClaimState, AwardClaimSubject } from './states';
import { confirmsClaim, isClaimant, revokesClaim, servesClaim, withdrawsClaim } from './who';

const office = () => '审核人员';
const nobody = () => null;

/** A past winner says by a code that an award is theirs; the region's staff compare name and number with their record (decision 14, awards). */
export const awardClaimLifecycle = defineLifecycle<
  AwardClaimState,
  AwardClaimCommand,
  AwardClaimSubject,
  keyof Pick<AwardsEvents, 'award.claimed' | 'award.claimRefused' | 'award.claimRevoked'>
>()({
  name: 'award-claim',
  zh: '获奖认领',
  initial: 'asked',
  begins: { silent: '认领列在审核人员的待办里，认领人在本人页面看到' },
  side: (claim, caller) => (isClaimant(caller, claim) ? 'own' : servesClaim(caller, claim) ? 'staff' : 'outside'),
  states: {
    asked: {
      staff: '待核对',
      public: '已提交，等待核对',
      tone: 'info',
      holder: office,
      waits: 'staff',
      live: true,
    },
    accepted: { staff: '已确认', public: '已确认', tone: 'pass', holder: nobody, waits: null, live: true },
    declined: { staff: '未确认', public: '没有确认', tone: 'warn', holder: nobody, waits: null, final: true },
    revoked: { staff: '已撤销', public: '已撤销', tone: 'warn', holder: nobody, waits: null, final: true },
    withdrawn: { staff: '已撤回', public: '已撤回', tone: 'neutral', holder: nobody, waits: null, final: true },
  },
  moves: {
    confirm: {
      from: ['asked'],
      to: 'accepted',
      label: '确认认领',
      by: confirmsClaim,
      danger: '确认后，这个奖项记在认领人名下，政策按获奖情况答复。认领人会收到通知。',
      toldAs: '已确认认领',
      emits: ['award.claimed'],
    },
    refuse: {
      from: ['asked'],
      to: 'declined',
      label: '不予确认',
      by: confirmsClaim,
      asks: ['reason'],
      danger: '认领人会收到通知，能看到理由。要再认领须另发认领码。',
      toldAs: '没有确认认领',
      tellsReason: true,
      emits: ['award.claimRefused'],
    },
    revoke: {
      from: ['accepted'],
      to: 'revoked',
      label: '撤销认领',
      by: revokesClaim,
      asks: ['reason'],
      danger: '奖项不再记在认领人名下，政策不再按获奖情况答复。认领人会收到通知，能看到理由。',
      toldAs: '认领已撤销',
      tellsReason: true,
      emits: ['award.claimRevoked'],
    },
    /** Whoever closes their account claims nothing any more; there is no button for it. */
    withdraw: {
      from: ['asked'],
      to: 'withdrawn',
      label: '撤回认领',
      by: withdrawsClaim,
      elsewhere: true,
      danger: '认领不再核对。要再认领须另发认领码。',
      toldAs: '认领已撤回',
      silent: '认领人注销账号，没有要告知的人；待办里不再有这份认领',
    },
  },
});

import { cityOnly, onlyTheClock } from '../../kernel/define-access';
import { defineLifecycle } from '../../kernel/define-lifecycle';
import { placesAward } from '../award-claim/who';
import type { AwardsEvents } from '../events';
import type { AwardCommand, AwardState, AwardSubject } from './states';

const organiser = () => '大赛组委会';
const nobody = () => null;

const byList = '获奖名单公开发布，人人可查，不逐个另发通知';

/**
 * An award is decided before it is announced, so it stands in a row of its own that only the city reads until then; the entry's own state never
 * shows it. `live`: it stands on the published list.
 */
export const awardLifecycle = defineLifecycle<
  AwardState,
  AwardCommand,
  AwardSubject,
  keyof Pick<AwardsEvents, 'award.confirmed' | 'award.cancelled'>
>()({
  name: 'award',
  zh: '奖项',
  initial: 'pending',
  begins: { silent: '公示前不对外，公示时一并公开' },
  side: (award, caller) => (cityOnly.decide(caller, award).ok ? 'staff' : 'outside'),
  states: {
    pending: { staff: '待公示', public: '评审中', tone: 'neutral', holder: organiser, waits: 'organiser' },
    announced: {
      staff: '公示中',
      public: '公示中',
      tone: 'info',
      holder: organiser,
      waits: 'organiser',
      live: true,
    },
    objected: {
      staff: '有异议，待复核',
      public: '公示中',
      tone: 'warn',
      holder: organiser,
      waits: 'organiser',
      live: true,
      publicAs: 'announced',
    },
    confirmed: { staff: '获奖', public: '获奖', tone: 'pass', holder: nobody, waits: null, live: true },
    cancelled: { staff: '已取消', public: '已取消', tone: 'warn', holder: nobody, waits: null, final: true },
  },
  moves: {
    announce: { from: ['pending'], to: 'announced', label: '公示', by: cityOnly, silent: byList },
    object: {
      from: ['announced'],
      to: 'objected',
      label: '受理异议',
      by: cityOnly,
      asks: ['reason'],
      silent: '异议复核完才有结果，复核前不告知',
    },
    uphold: {
      from: ['objected'],
      to: 'announced',
      label: '异议不成立',
      by: cityOnly,
      asks: ['reason'],
      silent: '名单没有变化',
    },
    confirm: {
      from: ['pending', 'announced'],
      to: 'confirmed',
      label: '确认获奖',
      by: cityOnly,
      // Together with the list that it stands on (`awards/lists`).
      elsewhere: true,
      emits: ['award.confirmed'],
    },
    cancel: {
      from: ['announced', 'objected', 'confirmed'],
      to: 'cancelled',
      label: '取消奖项',
      by: cityOnly,
      asks: ['reason'],
      danger:
        '取消后不能恢复，名单上不再列出这个项目，政策不再按获奖情况答复。获奖团队和正在办的申报会收到通知，获奖团队能看到理由。',
      tellsReason: true,
      emits: ['award.cancelled'],
    },
    importPast: {
      from: ['pending'],
      to: 'confirmed',
      label: '登记往届获奖',
      by: onlyTheClock,
      silent: '往届结果由一次有审计记录的导入登记，当时已另行公布',
    },
    assign: {
      from: ['confirmed'],
      to: 'confirmed',
      label: '记在认领人名下',
      by: placesAward,
      elsewhere: true,
      silent: '随认领的确认一并办，认领人由那份认领的通知知道',
    },
    unassign: {
      from: ['confirmed'],
      to: 'confirmed',
      label: '不再记在认领人名下',
      by: placesAward,
      elsewhere: true,
      silent: '随认领的撤销一并办，认领人由那份认领的通知知道',
    },
  },
});

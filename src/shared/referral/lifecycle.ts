import { onlyTheClock } from '../kernel/define-access';
import { defineLifecycle } from '../kernel/define-lifecycle';
import type { ReferralEvents } from './events';
import type { ReferralCommand, ReferralState, ReferralSubject } from './states';
import { byCity, confirmsList, isOffice, isReferred, nominates, referred } from './who';

const self = () => '您';
const region = () => '县（市、区）';
const city = () => '市级统筹人员';
const upper = () => '上级赛事';
const nobody = () => null;

const seenInLists = '名单随之变化，审核人员在名单上看到';
const inOneGo = '整个赛道一并办，结果出来时另行通知';

/**
 * A winner's entry on its way to an upper contest (rules §6): its region names it, its person agrees, the city ranks all of a track and fills the
 * quota. `live`: it counts against the one that an entry may have under a notice.
 */
export const referralLifecycle = defineLifecycle<
  ReferralState,
  ReferralCommand,
  ReferralSubject,
  keyof ReferralEvents
>()({
  name: 'referral',
  zh: '推荐',
  initial: 'nominated',
  begins: { emits: ['referral.asked'] },
  side: (referral, caller) => (isReferred(caller, referral) ? 'own' : isOffice(caller, referral) ? 'staff' : 'outside'),
  states: {
    nominated: {
      staff: '待本人同意',
      public: '请您决定是否参加',
      tone: 'warn',
      holder: self,
      waits: 'own',
      live: true,
    },
    agreed: {
      staff: '本人已同意，待确认',
      public: '等待县（市、区）确认',
      tone: 'info',
      holder: region,
      waits: 'staff',
      live: true,
    },
    region_confirmed: {
      staff: '县级已确认，待排序',
      public: '等待市级排序',
      tone: 'info',
      holder: city,
      waits: 'organiser',
      live: true,
    },
    city_ranked: {
      staff: '已排序，待推荐',
      public: '等待市级推荐',
      tone: 'info',
      holder: city,
      waits: 'organiser',
      live: true,
    },
    recommended: {
      staff: '已推荐',
      public: '已推荐到上级赛事',
      tone: 'pass',
      holder: upper,
      waits: 'organiser',
      live: true,
    },
    reserve: { staff: '备选', public: '备选', tone: 'info', holder: city, waits: 'organiser', live: true },
    accepted_upper: {
      staff: '上级已接收',
      public: '上级赛事已接收',
      tone: 'pass',
      holder: upper,
      waits: 'organiser',
      live: true,
    },
    rejected_upper: {
      staff: '上级未接收',
      public: '上级赛事没有接收',
      tone: 'warn',
      holder: nobody,
      waits: null,
      live: true,
      final: true,
    },
    result_recorded: {
      staff: '结果已登记',
      public: '上级赛事已有结果',
      tone: 'pass',
      holder: nobody,
      waits: null,
      live: true,
      final: true,
    },
    declined: {
      staff: '本人不参加',
      public: '您选择不参加',
      tone: 'neutral',
      holder: nobody,
      waits: null,
      final: true,
    },
    withdrawn: { staff: '本人已退出', public: '您已退出', tone: 'neutral', holder: nobody, waits: null, final: true },
    not_recommended: {
      staff: '未推荐',
      public: '本次没有推荐',
      tone: 'warn',
      holder: nobody,
      waits: null,
      final: true,
    },
  },
  moves: {
    agree: {
      from: ['nominated'],
      to: 'agreed',
      label: '同意参加并报送材料',
      by: referred,
      toldAs: '同意参加',
      elsewhere: true,
      silent: seenInLists,
    },
    decline: {
      from: ['nominated'],
      to: 'declined',
      label: '不参加',
      by: referred,
      danger: '选择不参加后，这次推荐到此结束，不能恢复。',
      toldAs: '选择不参加',
      silent: seenInLists,
    },
    drop: {
      from: ['nominated', 'agreed'],
      to: 'not_recommended',
      label: '撤回提名',
      by: nominates,
      asks: ['reason'],
      danger: '撤回后获奖人会收到通知，能看到理由。需要时可以重新提名。',
      toldAs: '县（市、区）撤回提名',
      tellsReason: true,
      emits: ['referral.result'],
    },
    confirm: {
      from: ['agreed'],
      to: 'region_confirmed',
      label: '确认上报',
      by: confirmsList,
      danger: '确认后由市级统筹人员排序。',
      toldAs: '县（市、区）已确认',
      silent: '对本人仍是等待，排序后另行通知',
    },
    rank: {
      from: ['region_confirmed', 'city_ranked'],
      to: 'city_ranked',
      label: '排序',
      by: byCity,
      elsewhere: true,
      silent: inOneGo,
    },
    recommend: {
      from: ['city_ranked', 'reserve'],
      to: 'recommended',
      label: '推荐',
      by: byCity,
      elsewhere: true,
      toldAs: '已推荐到上级赛事',
      emits: ['referral.result'],
    },
    keepInReserve: {
      from: ['city_ranked'],
      to: 'reserve',
      label: '列为备选',
      by: byCity,
      elsewhere: true,
      toldAs: '列为备选',
      emits: ['referral.result'],
    },
    moveUp: {
      from: ['reserve'],
      to: 'recommended',
      label: '依次递补',
      by: onlyTheClock,
      elsewhere: true,
      toldAs: '前面有人退出，依次递补',
      emits: ['referral.result'],
    },
    release: {
      from: ['region_confirmed', 'city_ranked', 'reserve'],
      to: 'not_recommended',
      label: '不再推荐',
      by: byCity,
      asks: ['reason'],
      danger: '这次不再推荐，获奖人会收到通知，能看到理由。',
      toldAs: '本次不再推荐',
      tellsReason: true,
      emits: ['referral.result'],
    },
    accept: {
      from: ['recommended'],
      to: 'accepted_upper',
      label: '登记：上级已接收',
      by: byCity,
      danger: '登记后不能改回，获奖人会收到通知。',
      toldAs: '上级赛事已接收',
      emits: ['referral.result'],
    },
    refuse: {
      from: ['recommended'],
      to: 'rejected_upper',
      label: '登记：上级未接收',
      by: byCity,
      asks: ['reason'],
      danger: '登记后不能修改，获奖人会收到通知，能看到理由。',
      toldAs: '上级赛事没有接收',
      tellsReason: true,
      emits: ['referral.result'],
    },
    record: {
      from: ['accepted_upper'],
      to: 'result_recorded',
      label: '登记比赛结果',
      by: byCity,
      elsewhere: true,
      danger: '登记后不能修改，获奖人会收到通知。',
      toldAs: '登记上级赛事结果',
      tellsReason: true,
      emits: ['referral.result'],
    },
    withdraw: {
      from: ['agreed', 'region_confirmed', 'city_ranked', 'recommended', 'reserve', 'accepted_upper'],
      to: 'withdrawn',
      label: '退出推荐',
      by: referred,
      danger: '退出后不能恢复，名额由备选依次递补。已报送的材料由上级赛事按规定处理。',
      toldAs: '退出推荐',
      silent: seenInLists,
    },
  },
});

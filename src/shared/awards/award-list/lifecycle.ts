import { cityOnly } from '../../kernel/define-access';
import { defineLifecycle } from '../../kernel/define-lifecycle';
import type { AwardsEvents } from '../events';
import type { AwardListCommand, AwardListState, AwardListSubject } from './states';
import { confirmsAwards, readsLists } from './who';

const office = () => '市级统筹人员';
const nobody = () => null;
const notYet = '名单确认前不对外';

/** Results as they are brought into the app, beside the entries they belong to. What comes of a list is an award a row, by `grantAward`. */
export const awardListLifecycle = defineLifecycle<
  AwardListState,
  AwardListCommand,
  AwardListSubject,
  keyof Pick<AwardsEvents, 'awardList.proposed' | 'awardList.sentBack'>
>()({
  name: 'award_list',
  zh: '获奖名单',
  initial: 'draft',
  begins: { silent: notYet },
  side: (list, caller) => (readsLists.decide(caller, list).ok ? 'staff' : 'outside'),
  states: {
    draft: {
      staff: '正在录入',
      public: '评审中',
      tone: 'neutral',
      holder: office,
      waits: 'own',
      live: true,
      editable: true,
    },
    proposed: { staff: '已送签，待确认', public: '评审中', tone: 'warn', holder: office, waits: 'staff', live: true },
    confirmed: { staff: '已确认公布', public: '已公布', tone: 'pass', holder: nobody, waits: null, final: true },
    discarded: { staff: '已作废', public: '评审中', tone: 'neutral', holder: nobody, waits: null, final: true },
  },
  moves: {
    propose: { from: ['draft'], to: 'proposed', label: '送签', by: cityOnly, emits: ['awardList.proposed'] },
    sendBack: {
      from: ['proposed'],
      to: 'draft',
      label: '退回修改',
      by: cityOnly,
      asks: ['reason'],
      emits: ['awardList.sentBack'],
    },
    confirm: {
      from: ['proposed'],
      to: 'confirmed',
      label: '确认并公布',
      by: confirmsAwards,
      danger: '确认后，名单所有人都能看到，获奖团队会收到通知，政策按获奖情况答复。要改须逐个取消奖项。',
      silent: '每个奖项的确认各自告知获奖团队',
    },
    discard: {
      from: ['draft'],
      to: 'discarded',
      label: '作废名单',
      by: cityOnly,
      danger: '作废后不能再改，内容留存备查。已确认的奖项不受影响。',
      silent: notYet,
    },
  },
});

export const isWritable = ({ state }: Pick<AwardListSubject, 'state'>): boolean =>
  awardListLifecycle.states[state].editable === true;

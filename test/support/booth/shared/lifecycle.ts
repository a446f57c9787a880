import { onlyTheClock } from '@shared/kernel/define-access';
import { defineLifecycle } from '@shared/kernel/define-lifecycle';
import type { BoothEvents } from './events';
import type { BoothState, BoothSubject } from './subject';
import { asker, lender } from './who';

export type BoothCommand = 'lend' | 'refuse' | 'giveBack' | 'fallDue';
export type BoothEvent = keyof BoothEvents;

const office = () => '审核人员';
const team = () => '申请人';
const nobody = () => null;

export const boothLifecycle = defineLifecycle<BoothState, BoothCommand, BoothSubject, BoothEvent>()({
  name: 'booth',
  zh: '展位申请',
  initial: 'asked',
  begins: { emits: ['booth.asked'] },
  side: (booth, caller) => {
    if (lender.decide(caller, booth).ok) return 'staff';
    return asker.decide(caller, booth).ok ? 'own' : 'outside';
  },
  states: {
    asked: {
      staff: '待答复',
      public: '已申请，等待答复',
      tone: 'info',
      holder: office,
      waits: 'staff',
      live: true,
      editable: true,
    },
    lent: { staff: '已借出', public: '已借到展位', tone: 'pass', holder: team, waits: 'own', live: true },
    overdue: { staff: '逾期未还', public: '逾期未还', tone: 'warn', holder: team, waits: 'own', live: true },
    refused: { staff: '未借出', public: '没有借到', tone: 'warn', holder: nobody, waits: null, final: true },
    returned: { staff: '已归还', public: '已归还', tone: 'neutral', holder: nobody, waits: null, final: true },
  },
  moves: {
    lend: { from: ['asked'], to: 'lent', label: '借出', by: lender, toldAs: '借到展位', emits: ['booth.lent'] },
    refuse: {
      from: ['asked'],
      to: 'refused',
      label: '不予借出',
      by: lender,
      asks: ['reason'],
      danger: '申请人会收到通知，能看到理由。',
      toldAs: '没有借到',
      tellsReason: true,
      emits: ['booth.refused'],
    },
    giveBack: {
      from: ['lent', 'overdue'],
      to: 'returned',
      label: '归还展位',
      by: asker,
      toldAs: '归还展位',
      silent: '归还当面办，审核人员在场，没有人需要另行知道',
    },
    fallDue: {
      from: ['lent'],
      to: 'overdue',
      label: '逾期未还',
      by: onlyTheClock,
      toldAs: '逾期未还',
      emits: ['booth.overdue'],
    },
  },
});

/** May its asker still change what was sent? */
export const isOpen = ({ state }: BoothSubject): boolean => boothLifecycle.states[state].editable === true;

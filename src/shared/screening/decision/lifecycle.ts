import { screeningOpen } from '../../entry/terms/open-terms';
import { onlyTheClock } from '../../kernel/define-access';
import { defineLifecycle } from '../../kernel/define-lifecycle';
import { type Refusal, refuse } from '../../kernel/result';
import type { DecisionCommand, DecisionEvent, DecisionState } from './states';
import type { DecisionSubject } from './subject';
import { decides, readsDecision, signs } from './who';

const notYetEffective = ({ effectiveAt }: DecisionSubject, now: number): Refusal | null =>
  effectiveAt !== null && now >= effectiveAt
    ? refuse('DECISION_EFFECTIVE', '决定已经生效，正在告知参赛者，不能再收回')
    : null;

const decider = () => '审核人员';
const signer = () => '审核负责人';
const nobody = () => null;
/** What nobody outside the desk may know of: there the entry is in review and nothing else. */
const hidden = '审核中';

/**
 * What was decided of an entry and nobody outside the desk has been told yet: a row of its own, until it is made the entry stays in review and held
 * (conventions, Numbers decided). `live`: it stands in the way of any other decision.
 */
export const decisionLifecycle = defineLifecycle<DecisionState, DecisionCommand, DecisionSubject, DecisionEvent>()({
  name: 'decision',
  zh: '决定',
  initial: 'pending',
  begins: { silent: '生效前可以收回，生效时由项目的通知告知' },
  side: (decision, caller) => (readsDecision.decide(caller, decision).ok ? 'staff' : 'outside'),
  states: {
    pending: { staff: '即将生效', public: hidden, tone: 'info', holder: decider, waits: 'own', live: true },
    unsigned: { staff: '待复核签字', public: hidden, tone: 'info', holder: signer, waits: 'staff', live: true },
    taken_back: { staff: '已收回', public: hidden, tone: 'neutral', holder: nobody, waits: null, final: true },
    refused: { staff: '复核未同意', public: hidden, tone: 'warn', holder: nobody, waits: null, final: true },
    made: { staff: '已生效', public: hidden, tone: 'pass', holder: nobody, waits: null, final: true },
    fallen: { staff: '未生效', public: hidden, tone: 'warn', holder: nobody, waits: null, final: true },
  },
  moves: {
    askSignature: {
      from: ['pending'],
      to: 'unsigned',
      label: '提交复核',
      by: decides,
      quiet: true,
      emits: ['decision.unsigned'],
    },
    sign: {
      from: ['unsigned'],
      to: 'pending',
      label: '同意并签字',
      by: signs,
      // Signed in time it stands, although the review ends before it is made.
      when: ({ entry }, now) => screeningOpen(entry, now),
      danger: '签字后 10 分钟告知参赛者，此前审核人员可以收回。',
      silent: '审核人员在项目页看到签字和倒计时，生效时参赛者收到通知',
    },
    refuse: {
      from: ['unsigned'],
      to: 'refused',
      label: '不同意',
      by: signs,
      asks: ['reason'],
      danger: '退给审核人员重新办理，审核人员会看到理由，参赛者不会知道。',
      emits: ['decision.refused'],
    },
    takeBack: {
      from: ['pending', 'unsigned'],
      to: 'taken_back',
      label: '收回',
      by: decides,
      when: notYetEffective,
      danger: '参赛者不会知道这个决定。所填内容都保留，改好后可以重新决定。',
      silent: '还没有告知任何人，收回后也没有人需要知道',
    },
    make: {
      from: ['pending'],
      to: 'made',
      label: '立即发出',
      by: decides,
      danger: '马上告知负责人和团队，不能再收回。',
      silent: '项目同时办结，参赛者由项目的通知知道',
    },
    fall: {
      from: ['pending', 'unsigned'],
      to: 'fallen',
      label: '未能生效',
      by: onlyTheClock,
      emits: ['decision.fallen'],
    },
    overtake: {
      from: ['pending', 'unsigned'],
      to: 'fallen',
      label: '项目先有变化，未生效',
      by: onlyTheClock,
      silent: '项目先有了变化（如退赛），审核人员已由那个变化的通知知道',
    },
  },
});

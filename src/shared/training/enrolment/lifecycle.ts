import { onlyTheClock } from '../../kernel/define-access';
import { defineLifecycle } from '../../kernel/define-lifecycle';
import { refuse } from '../../kernel/result';
import type { TrainingEvents } from '../events';
import { enrolled, trainerOfOthers, trainerOrCity } from '../who';
import type { EnrolmentCommand, EnrolmentState, EnrolmentSubject } from './states';

const self = () => '您';
const school = () => '培训机构';
const nobody = () => null;

/** The server's instant decides, whatever the timer has tidied up by then. */
const stillHeld = ({ offerEndsAt, startsAt }: EnrolmentSubject, now: number) =>
  offerEndsAt !== null && now < Math.min(offerEndsAt, startsAt)
    ? null
    : refuse('TRAINING_OFFER_OVER', '名额保留的时间已过，已留给下一位。可以重新报名候补');

const cancelZh = ({ state, startsAt }: EnrolmentSubject, now: number): string =>
  now >= startsAt
    ? '已经开课，退出后不能再进这个班，培训券不退。'
    : state === 'waitlisted'
      ? '退出候补后再报名，要重新排队。'
      : '名额会马上留给下一位；用了培训券的，培训券退回。再报名要重新排队。';

/** Somebody in a class: placed at once, or in line until a seat is offered; then held to what they attended. */
export const enrolmentLifecycle = defineLifecycle<
  EnrolmentState,
  EnrolmentCommand,
  EnrolmentSubject,
  keyof TrainingEvents
>()({
  name: 'enrolment',
  zh: '培训报名',
  initial: 'waitlisted',
  begins: { silent: '报名的人当场看到自己排在第几位' },
  side: (subject, caller) =>
    enrolled.decide(caller, subject).ok ? 'own' : trainerOrCity.decide(caller, subject).ok ? 'staff' : 'outside',
  states: {
    waitlisted: { staff: '候补', public: '候补中', tone: 'info', holder: nobody, waits: null, live: true },
    offered: { staff: '待接受名额', public: '有名额，请确认', tone: 'warn', holder: self, waits: 'own', live: true },
    confirmed: { staff: '已报名', public: '报名成功', tone: 'pass', holder: nobody, waits: null, live: true },
    attending: { staff: '上课中', public: '上课中', tone: 'info', holder: school, waits: 'staff', live: true },
    completed: { staff: '结业', public: '已结业', tone: 'pass', holder: nobody, waits: null, final: true },
    failed: { staff: '未结业', public: '未达到结业要求', tone: 'warn', holder: nobody, waits: null, final: true },
    no_show: { staff: '未到课', public: '没有到课', tone: 'warn', holder: nobody, waits: null, final: true },
    cancelled: { staff: '已取消', public: '已取消', tone: 'neutral', holder: nobody, waits: null, final: true },
  },
  moves: {
    confirm: {
      from: ['waitlisted'],
      to: 'confirmed',
      label: '报名成功',
      by: enrolled,
      elsewhere: true,
      toldAs: '报名成功',
      silent: '有空位时报名，当场看到结果',
    },
    offer: {
      from: ['waitlisted'],
      to: 'offered',
      label: '留出名额',
      by: onlyTheClock,
      toldAs: '有了名额，等您确认',
      emits: ['class.offered'],
    },
    accept: {
      from: ['offered'],
      to: 'confirmed',
      label: '接受名额',
      by: enrolled,
      when: stillHeld,
      toldAs: '接受了名额',
      silent: '本人接受，当场看到结果',
    },
    lapse: {
      from: ['offered'],
      to: 'cancelled',
      label: '逾期未接受',
      by: onlyTheClock,
      toldAs: '没有在时限内接受名额',
      emits: ['class.offerLapsed'],
    },
    close: {
      from: ['waitlisted'],
      to: 'cancelled',
      label: '开课未排上',
      by: onlyTheClock,
      toldAs: '开课时没有排上',
      emits: ['class.closed'],
    },
    cancel: {
      from: ['waitlisted', 'offered', 'confirmed', 'attending'],
      to: 'cancelled',
      label: '取消报名',
      by: enrolled,
      danger: cancelZh,
      toldAs: '取消了报名',
      silent: '本人取消，名单随之变化',
    },
    attend: {
      from: ['confirmed'],
      to: 'attending',
      label: '开课',
      by: onlyTheClock,
      toldAs: '开课',
      silent: '开课前一天已提醒',
    },
    complete: {
      from: ['attending'],
      to: 'completed',
      label: '结业',
      by: trainerOfOthers,
      danger: '结业后不能再改。',
      elsewhere: true,
      toldAs: '结业，发结业证书',
      emits: ['class.completed'],
    },
    fail: {
      from: ['attending'],
      to: 'failed',
      label: '未结业',
      by: trainerOfOthers,
      danger: '结业后不能再改。',
      elsewhere: true,
      toldAs: '没有达到结业要求',
      emits: ['class.failed'],
    },
    miss: {
      from: ['attending'],
      to: 'no_show',
      label: '未到课',
      by: trainerOfOthers,
      danger: '结业后不能再改。',
      elsewhere: true,
      toldAs: '没有到课',
      emits: ['class.failed'],
    },
    callOff: {
      from: ['waitlisted', 'offered', 'confirmed'],
      to: 'cancelled',
      label: '班已取消',
      by: trainerOrCity,
      danger: '报名的人会收到通知。',
      elsewhere: true,
      toldAs: '培训班取消',
      emits: ['class.calledOff'],
    },
  },
});

/** Whoever is in line or in a class: at most one at a time. */
export const liveEnrolments = enrolmentLifecycle.statesThat(({ live }) => live === true);
/** Those that count against the quotas: all but the ones that were given up. */
export const countedEnrolments = enrolmentLifecycle.statesThat(({ live, tone }) => live === true || tone !== 'neutral');

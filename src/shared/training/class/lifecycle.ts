import { onlyTheClock } from '../../kernel/define-access';
import { defineLifecycle } from '../../kernel/define-lifecycle';
import { refuse } from '../../kernel/result';
import type { TrainingEvents } from '../events';
import { cityOfOthers, trainer, trainerOrCity } from '../who';
import type { ClassCommand, ClassState, ClassSubject } from './states';

const office = () => '市级统筹人员';
const school = ({ organisationZh }: { organisationZh: string }) => organisationZh;
const nobody = () => null;

const notBegun = ({ startsAt }: ClassSubject, now: number) =>
  now < startsAt ? null : refuse('TRAINING_BEGUN', '已经开课，不能这样办');

/** A class: planned by a trainer and confirmed by the city, or opened by the city where enough people asked; held, and finished by its trainer. */
export const classLifecycle = defineLifecycle<
  ClassState,
  ClassCommand,
  ClassSubject,
  keyof TrainingEvents,
  { organisationZh: string }
>()({
  name: 'training-class',
  zh: '培训班',
  initial: 'proposed',
  begins: { emits: ['class.proposed'] },
  side: (subject, caller) => (trainerOrCity.decide(caller, subject).ok ? 'staff' : 'outside'),
  states: {
    proposed: { staff: '待市级确认', public: '待确认', tone: 'info', holder: office, waits: 'organiser' },
    open: { staff: '报名中', public: '报名中', tone: 'pass', holder: school, waits: 'staff', live: true },
    full: { staff: '已满', public: '已满，可候补', tone: 'info', holder: school, waits: 'staff', live: true },
    running: { staff: '上课中', public: '上课中', tone: 'info', holder: school, waits: 'staff', live: true },
    finished: { staff: '已结业', public: '已结业', tone: 'neutral', holder: nobody, waits: null, final: true },
    declined: { staff: '未确认', public: '未确认', tone: 'warn', holder: nobody, waits: null, final: true },
    cancelled: { staff: '已取消', public: '已取消', tone: 'warn', holder: nobody, waits: null, final: true },
  },
  moves: {
    approve: {
      from: ['proposed'],
      to: 'open',
      label: '确认开班',
      by: cityOfOthers,
      when: notBegun,
      danger: '确认后就开放报名，谁都可以看到；培训机构会收到通知。',
      toldAs: '开放报名',
      emits: ['class.opened'],
    },
    decline: {
      from: ['proposed'],
      to: 'declined',
      label: '不予确认',
      by: cityOfOthers,
      asks: ['reason'],
      danger: '这个班不开，培训机构会收到通知，能看到理由。',
      emits: ['class.declined'],
    },
    fill: {
      from: ['open'],
      to: 'full',
      label: '满员',
      by: onlyTheClock,
      silent: '名单上看得到，报名的人当场知道自己是候补',
    },
    reopen: {
      from: ['full'],
      to: 'open',
      label: '有空位',
      by: onlyTheClock,
      silent: '候补的人先得到名额，没有候补时页面上看得到空位',
    },
    reschedule: {
      from: ['open', 'full'],
      to: ({ state }) => state,
      toOneOf: ['open', 'full'],
      label: '改时间地点',
      by: trainer,
      when: notBegun,
      elsewhere: true,
      toldAs: '改了时间或地点',
      emits: ['class.moved'],
    },
    start: {
      from: ['open', 'full'],
      to: 'running',
      label: '开课',
      by: onlyTheClock,
      toldAs: '开课',
      silent: '开课前一天已提醒',
    },
    finish: {
      from: ['running'],
      to: 'finished',
      label: '结业',
      by: trainer,
      danger: '按考勤和考核给每个人定结果，合格的发结业证书，学员会收到通知。结业后考勤不能再改。',
      toldAs: '结业',
      silent: '每位学员各自收到结果',
    },
    cancel: {
      from: ['open', 'full'],
      to: 'cancelled',
      label: '取消开班',
      by: trainerOrCity,
      asks: ['reason'],
      when: notBegun,
      danger: '这个班不再开，报名的人会收到通知，用掉的培训券退回。',
      toldAs: '取消开班',
      tellsReason: true,
      silent: '每位报名的人各自收到通知',
    },
  },
});

/** Not confirmed yet, or never: nobody but its trainer and the city knows of it. */
export const unannounced: readonly ClassState[] = ['proposed', 'declined'];

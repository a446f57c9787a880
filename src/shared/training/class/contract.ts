import * as z from 'zod/mini';
import { offeredMove, staleMove, standing, timelineItem } from '../../cases/contract';
import {
  change,
  count,
  date,
  instant,
  intake,
  line,
  machineText,
  phrase,
  read,
  text,
  uuid,
  version,
} from '../../kernel/contract';
import { enrolmentOwn } from '../enrolment/contract';
import { mostHours } from '../half-day';
import { mostHalfDays } from './plan';

const half = z.enum(['am', 'pm']);
/** Half a day of a class, with its lesson hours. */
const halfDay = z.object({ day: date, half, hours: z.int().check(z.minimum(1), z.maximum(mostHours)) });
const halfDays = z.array(halfDay).check(z.maxLength(mostHalfDays));

/** Numbers that no plan reaches are the rule's to refuse, beside their field. */
const planned = {
  course: machineText(20),
  title: phrase(40),
  room: phrase(60),
  capacity: z.int().check(z.nonnegative(), z.maximum(10_000)),
  halfDays,
};

/** A class in a list. */
export const classHead = z.object({
  classId: uuid,
  title: z.string(),
  courseZh: z.string(),
  organisationZh: z.string(),
  room: z.string(),
  ...standing.shape,
  startsAt: instant,
  lastDay: date,
  halfDays: count,
  hours: count,
  capacity: count,
  /** Seats that nobody has and nobody is offered. */
  free: count,
  waiting: count,
});

const classView = z.object({
  ...classHead.shape,
  version,
  course: z.string(),
  needsPlan: z.boolean(),
  needsTest: z.boolean(),
  hoursNeeded: count,
  sourceZh: z.string(),
  days: z.array(halfDay),
  /** Why nobody can enrol now; null: one can. */
  closedZh: z.nullable(z.string()),
  /** Why it was called off. */
  reason: z.nullable(z.string()),
  own: z.nullable(enrolmentOwn),
  /** What an enrolment is filled in with; null: nobody has signed in. */
  prefill: z.nullable(
    z.object({
      name: z.string(),
      phoneMasked: z.nullable(z.string()),
      sourceZh: z.nullable(z.string()),
      rankZh: z.string(),
      voucherUntil: z.nullable(date),
      consent: z.object({ version: z.string(), zh: z.string(), bodyZh: z.string(), fieldsZh: z.string() }),
    }),
  ),
});

export const topicView = z.object({
  topicId: uuid,
  title: z.string(),
  about: z.string(),
  wanting: count,
  needed: count,
  wanted: z.boolean(),
  /** The class that was opened for it. */
  classId: z.nullable(uuid),
});

const moved = z.object({ classId: uuid, state: z.string(), stateZh: z.string(), version });

export const refusedPlans = {
  TRAINING_PLAN_WRONG: { status: 422, message: '有内容填写有误，已在下方标红说明' },
};
export const refusedMoves = {
  ...staleMove('培训班'),
  TRAINING_CLASS_MOVE_NOT_ALLOWED: { status: 422, message: '培训班的状态已变，不能这样办。请刷新后再看' },
  TRAINING_CLASS_REASON_MISSING: { status: 422, message: '请写明理由' },
  TRAINING_BEGUN: { status: 422, message: '已经开课，不能这样办' },
};
export const ofClass = z.object({ classId: uuid });

export const classContract = {
  /** Classes that one can still enrol in or that run, the first to begin first, and topics that people may want. For anybody. */
  classes: read
    .input(z.object({}))
    .output(z.object({ classes: z.array(classHead), topics: z.array(topicView), orderZh: z.string() })),
  class: read.input(ofClass).output(classView),
  /** Classes of one's organisations, or of all to whoever looks on; the newest first. */
  desk: read.input(z.object({})).output(
    z.object({
      classes: z.array(classHead),
      topics: z.array(topicView),
      proposes: z.boolean(),
      opens: z.boolean(),
    }),
  ),
  /** What a class is planned from: courses, and for which organisations. */
  planChoices: read.input(z.object({})).output(
    z.object({
      courses: z.array(
        z.object({ value: z.string(), zh: z.string(), hoursMin: count, onDemand: z.boolean(), sourceZh: z.string() }),
      ),
      organisations: z.array(z.object({ value: uuid, zh: z.string() })),
      capacityMax: count,
    }),
  ),
  /** Plans a class; the city confirms it. */
  proposeClass: intake
    .input(z.object({ organisationId: uuid, ...planned }))
    .errors(refusedPlans)
    .output(ofClass),
  /** Opens a class for a topic that enough people want. */
  openTopic: intake
    .input(z.object({ topicId: uuid, organisationId: uuid, ...planned }))
    .errors({
      ...refusedPlans,
      TRAINING_TOPIC_OPENED: { status: 422, message: '这个主题已经开班' },
      TRAINING_TOPIC_TOO_FEW: { status: 422, message: '想参加的人还不够，不能开班' },
    })
    .output(ofClass),
  addTopic: intake
    .input(z.object({ title: phrase(40), about: line(120) }))
    .errors({ TRAINING_TOPIC_KNOWN: { status: 422, message: '已有同名的主题，请换一个名称' } })
    .output(z.object({ topicId: uuid })),
  /** Confirms, declines, or calls off, by the move's name. */
  moveClass: change
    .input(z.object({ classId: uuid, version, move: z.enum(['approve', 'decline', 'cancel']), reason: text(300) }))
    .errors(refusedMoves)
    .output(moved),
  /** Changes when and where; whoever is in it is told. */
  reschedule: change
    .input(z.object({ classId: uuid, version, room: phrase(60), halfDays }))
    .errors({ ...refusedMoves, ...refusedPlans })
    .output(moved),
  /** A class as its trainer holds it, and as the city and the supervisor look on. */
  classDesk: read.input(ofClass).output(
    z.object({
      ...classHead.shape,
      version,
      course: z.string(),
      needsPlan: z.boolean(),
      needsTest: z.boolean(),
      hoursNeeded: count,
      /** Whether the reader is its trainer. */
      holds: z.boolean(),
      days: z.array(
        z.object({
          n: count,
          ...halfDay.shape,
          version: count,
          /** When its list was first kept; null: never. */
          savedAt: z.nullable(instant),
          /** Why it cannot be kept now; null: it can. */
          shutZh: z.nullable(z.string()),
          /** Whether a code can be shown for it now. */
          coded: z.boolean(),
          /** Enrolments that were there, as the list says; before it was kept, those who typed the code. */
          present: z.array(uuid),
          typed: z.array(uuid),
        }),
      ),
      people: z.array(
        z.object({
          enrolmentId: uuid,
          version,
          ...standing.shape,
          name: z.nullable(z.string()),
          phoneMasked: z.nullable(z.string()),
          seat: z.nullable(count),
          rankZh: z.string(),
          voucher: z.boolean(),
          offerEndsAt: z.nullable(instant),
          hours: count,
          plan: z.nullable(z.boolean()),
          test: z.nullable(z.boolean()),
        }),
      ),
      /** What still stands in the way of finishing; null: nothing. */
      unfinishedZh: z.nullable(z.string()),
      moves: z.array(offeredMove),
      timeline: z.array(timelineItem),
    }),
  ),
};

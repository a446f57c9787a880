import * as z from 'zod/mini';
import { offeredMove, staleMove, standing, timelineItem } from '../../cases/contract';
import {
  change,
  count,
  date,
  instant,
  intake,
  machineText,
  personName,
  read,
  uuid,
  version,
} from '../../kernel/contract';

/** One's own enrolment as its class's page shows it. */
export const enrolmentOwn = z.object({
  enrolmentId: uuid,
  version,
  ...standing.shape,
  /** Place in the line, 1 first; null: not in line. */
  place: z.nullable(count),
  rankZh: z.string(),
  offerEndsAt: z.nullable(instant),
  /** Name and phone were given, so that a seat can be accepted by one tap. */
  known: z.boolean(),
  voucher: z.boolean(),
  hours: count,
  present: z.array(count),
  /** Half-days whose code was typed, and whose list is still to be kept. */
  typed: z.array(count),
  plan: z.nullable(z.boolean()),
  test: z.nullable(z.boolean()),
  certificate: z.nullable(z.string()),
  moves: z.array(offeredMove),
  timeline: z.array(timelineItem),
});

/** Who enrols: name and phone as they are or as they were typed. */
const details = {
  name: personName(30),
  /** Null: the one that the page shows covered. */
  phone: z.nullable(machineText(40)),
  keyGroup: z.boolean(),
  useVoucher: z.boolean(),
  /** The version of the text that was agreed to. */
  agreed: machineText(20),
};

const refusedDetails = {
  TRAINING_DETAILS_WRONG: { status: 422, message: '有内容填写有误，已在下方标红说明' },
  TRAINING_VOUCHER_NOT_YOURS: { status: 422, message: '没有可用的培训券，可能已用过或已到期' },
  FORM_CONSENT_FIRST: { status: 422, message: '请先勾选同意' },
};
const refusedQuota = { TRAINING_QUOTA: { status: 422, message: '超出培训次数' } };
const moved = z.object({ enrolmentId: uuid, state: z.string(), stateZh: z.string(), version });
const refusedMoves = {
  ...staleMove('培训报名'),
  ENROLMENT_MOVE_NOT_ALLOWED: { status: 422, message: '报名的状态已变，不能这样办。请刷新后再看' },
};

export const enrolmentContract = {
  /** Takes a seat at once, or a place in line. */
  enrol: intake
    .input(z.object({ classId: uuid, ...details }))
    .errors({
      ...refusedDetails,
      TRAINING_CLOSED: { status: 422, message: '这个班现在不能报名' },
      ...refusedQuota,
    })
    .output(moved),
  accept: change
    .input(z.object({ enrolmentId: uuid, version, details: z.nullable(z.object(details)) }))
    .errors({
      ...refusedMoves,
      ...refusedDetails,
      ...refusedQuota,
      TRAINING_CLOSED: { status: 422, message: '这个班现在不能报名' },
      TRAINING_OFFER_OVER: { status: 422, message: '名额保留的时间已过，已留给下一位。可以重新报名候补' },
    })
    .output(moved),
  /** Gives up a seat, an offer or a place in line; whoever is next is offered it at once. */
  cancel: change
    .input(z.object({ enrolmentId: uuid, version }))
    .errors(refusedMoves)
    .output(moved),
  /** One's own classes and vouchers. */
  myTraining: read.input(z.object({})).output(
    z.object({
      enrolments: z.array(
        z.object({
          enrolmentId: uuid,
          classId: uuid,
          title: z.string(),
          ...standing.shape,
          startsAt: instant,
          offerEndsAt: z.nullable(instant),
        }),
      ),
      vouchers: z.array(
        z.object({ voucherId: uuid, awardZh: z.string(), until: date, state: z.enum(['free', 'used', 'over']) }),
      ),
    }),
  ),
  /** Says that one wants a topic, or no more. */
  wish: change
    .input(z.object({ topicId: uuid, wanted: z.boolean() }))
    .errors({ TRAINING_TOPIC_OPENED: { status: 422, message: '这个主题已经开班，请直接看开班的页面' } })
    .output(z.object({ topicId: uuid, wanted: z.boolean(), wanting: count })),
  /** Whether a certificate is ours, by its number: what it needs to be recognised, and nothing else of its holder. */
  certificate: read.input(z.object({ number: machineText(40) })).output(
    z.object({
      number: z.string(),
      nameMasked: z.string(),
      title: z.string(),
      courseZh: z.string(),
      organisationZh: z.string(),
      hours: count,
      finishedOn: date,
    }),
  ),
  /** One's own certificate as a PDF, in the answer itself. */
  certificateFile: change
    .meta({ change: true, answersAnew: true })
    .input(z.object({ enrolmentId: uuid }))
    .errors({ TRAINING_NO_CERTIFICATE: { status: 422, message: '还没有结业证书' } })
    .output(z.object({ name: z.string(), base64: z.string(), bytes: count })),
};

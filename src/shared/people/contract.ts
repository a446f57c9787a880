import * as z from 'zod/mini';
import { roleNames } from '../kernel/actor';
import {
  change,
  count,
  cursor,
  date,
  done,
  instant,
  line,
  machineText,
  personName,
  read,
  uuid,
  version,
  words,
} from '../kernel/contract';
import { feedbackKinds } from './feedback-kinds';

const scope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('region'), regionId: z.string() }),
  z.object({ kind: z.literal('organisation'), organisationId: uuid }),
]);

/** A grant as the rules know it (`kernel/actor`), with its words. */
const grantView = z.object({ role: z.enum(roleNames), scope, roleZh: z.string(), scopeZh: z.string() });

export const meView = z.object({
  personId: uuid,
  displayName: z.string(),
  phoneMasked: z.nullable(z.string()),
  elderMode: z.boolean(),
  grants: z.array(grantView),
  unread: count,
});

export const feedbackView = z.object({
  id: uuid,
  reference: z.string(),
  kind: z.enum(feedbackKinds),
  kindZh: z.string(),
  body: z.string(),
  createdAt: instant,
  answer: z.nullable(z.string()),
  answeredAt: z.nullable(instant),
  dueDate: z.string(),
  workdaysLeft: z.nullable(z.int()),
  workdaysOver: z.nullable(z.int()),
  /** The due date was reckoned through a year that has no official holiday table yet. */
  provisional: z.boolean(),
  /** How the sender may be reached, masked; null when nothing was left. */
  contactMasked: z.nullable(z.string()),
  version,
});

const feedbackList = z.object({ items: z.array(feedbackView), next: z.nullable(z.string()), waiting: count });
const outdated = { CURSOR_OUTDATED: { status: 422, message: '列表有更新，请下拉刷新' } };
const session = z.object({ session: z.string() });

const securityEventView = z.object({
  id: uuid,
  at: instant,
  personId: z.nullable(uuid),
  whoZh: z.string(),
  act: z.string(),
  actZh: z.string(),
  outcome: z.string(),
  outcomeZh: z.string(),
  address: z.string(),
  /** How often within a moment. */
  times: z.int(),
});

export const peopleContract = {
  /** Who can be tried in the demo edition; production knows no such procedure. */
  personas: read
    .meta({ change: false, demoOnly: true })
    .input(z.object({}))
    .output(
      z.object({ personas: z.array(z.object({ persona: z.string(), nameZh: z.string(), aboutZh: z.string() })) }),
    ),
  /** Demo sign-in. `new` makes a fresh person each time. */
  signInAs: change
    .meta({ change: true, demoOnly: true, signsIn: true })
    .input(z.object({ persona: machineText(40) }))
    .errors({ PEOPLE_NO_SUCH_PERSONA: { status: 404, message: '没有这个演示身份' } })
    .output(session),
  /** Own servers: the code of `wx.login` becomes a session. */
  signInWithWechat: change
    .meta({ change: true, signsIn: true, cost: 5 })
    .input(z.object({ code: machineText(200) }))
    .errors({ PEOPLE_WECHAT_REFUSED: { status: 422, message: '微信登录没有成功，请重试' } })
    .output(session),
  /** WeChat's cloud, where the platform says who calls: makes the person at the first meeting. */
  signIn: change.meta({ change: true, signsIn: true, cost: 5 }).input(z.object({})).output(done),
  signOut: change.meta({ change: true, watched: 'always' }).input(z.object({})).output(done),
  me: read.input(z.object({})).output(meView),
  /** The code of WeChat's phone button becomes the person's phone number. */
  bindPhone: change
    .input(z.object({ code: machineText(200) }))
    .errors({ PEOPLE_WECHAT_REFUSED: { status: 422, message: '没有取得手机号，请重试' } })
    .output(meView),
  updateSettings: change
    .input(z.object({ elderMode: z.optional(z.boolean()), displayName: z.optional(personName(30)) }))
    .output(meView),
  /** Complaint, suggestion or question to the organiser; answered within working days. */
  sendFeedback: change
    .input(z.object({ kind: z.enum(feedbackKinds), body: words(1000), contact: line(60) }))
    .errors({ PEOPLE_TOO_MANY_LETTERS: { status: 422, message: '您今天已提交 10 条投诉建议，请明天再提交' } })
    .output(feedbackView),
  /** One's own, the newest first; `waiting` counts those without an answer. */
  myFeedback: read.input(z.object({ cursor })).errors(outdated).output(feedbackList),
  /** For the city: those that wait, the oldest due first; or those answered, the newest answer first. */
  listFeedback: read
    .input(z.object({ answered: z.boolean(), cursor }))
    .errors(outdated)
    .output(feedbackList),
  /** Opens the contact that a sender left; a logged act. */
  revealContact: change
    .meta({ change: true, answersAnew: true, watched: 'always' })
    .input(z.object({ feedbackId: uuid }))
    .errors({
      PEOPLE_NO_CONTACT: { status: 422, message: '提交人没有留联系方式' },
      PEOPLE_OPENINGS_SPENT: { status: 422, message: '今天查看个人信息已达上限，请明天再看' },
    })
    .output(z.object({ contact: z.string() })),
  answerFeedback: change
    .input(z.object({ feedbackId: uuid, version, answer: words(1000) }))
    .errors({ PEOPLE_FEEDBACK_STALE: { status: 409, message: '这条投诉建议已有人答复，请刷新后再看' } })
    .output(feedbackView),
  /** For the auditor: who did what with which outcome from where, the newest first; a year of it. */
  securityLog: read
    .input(z.object({ personId: z.nullish(uuid), act: z.nullish(machineText(60)), day: z.nullish(date), cursor }))
    .errors(outdated)
    .output(z.object({ items: z.array(securityEventView), next: z.nullable(z.string()) })),
};

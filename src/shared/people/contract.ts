import * as z from 'zod/mini';
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
  phrase,
  read,
  uuid,
  version,
  words,
} from '../kernel/contract';
import { feedbackKinds } from './feedback-kinds';
import { grantsContract, grantView } from './grants/contract';
import { webSignInStates } from './web-sign-in';

export const meView = z.object({
  personId: uuid,
  displayName: z.string(),
  phoneMasked: z.nullable(z.string()),
  elderMode: z.boolean(),
  /** `endsAt` where a grant ends by itself. */
  grants: z.array(z.extend(grantView, { endsAt: z.optional(instant) })),
  /** There when the person has grants that do not count here: this network is none from which staff may work on the web. */
  staffShut: z.optional(z.literal(true)),
  unread: count,
  /** A name that one wrote and that others do not read yet; `why`: staff refused it. */
  nameHeld: z.optional(z.object({ name: z.string(), why: z.nullable(z.string()) })),
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

/** What only the browser that asked holds; whoever has it is handed the session. */
const secret = z.object({ secret: machineText(43) });
const signInId = z.object({ signInId: uuid });
const signInOver = {
  PEOPLE_WEB_SIGN_IN_OVER: { status: 422, message: '这次登录已结束，请在网页上重新获取登录码' },
};

/** Which browser wants to be signed in, as the phone shows it before it confirms. `matchNumber`: two digits that the web page shows as well. */
const webSignInView = z.object({ signInId: uuid, deviceZh: z.string(), placeZh: z.string(), matchNumber: z.string() });

const deviceView = z.object({
  deviceId: uuid,
  deviceZh: z.string(),
  placeZh: z.string(),
  beganAt: instant,
  /** To ten minutes. */
  seenAt: instant,
  /** The one that asks. */
  current: z.boolean(),
});

const wordStrength = z.enum(['refuse', 'look']);
const contentView = z.object({
  /** `shown`: what others read meanwhile. */
  names: z.array(
    z.object({
      personId: uuid,
      version,
      name: z.string(),
      shown: z.string(),
      state: z.enum(['waiting', 'review', 'refused']),
      since: instant,
    }),
  ),
  /** What of submitted things is not shown to the public yet, by what its field is called. */
  texts: z.array(
    z.object({
      subjectId: uuid,
      field: z.string(),
      version,
      fieldZh: z.string(),
      text: z.string(),
      state: z.enum(['waiting', 'review']),
      since: instant,
    }),
  ),
  words: z.array(z.object({ word: z.string(), strength: wordStrength })),
  changes: z.array(
    z.object({
      n: count,
      word: z.string(),
      strength: z.nullable(wordStrength),
      why: z.string(),
      by: z.string(),
      at: instant,
    }),
  ),
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
  /**
   * A browser asks to be signed in by a phone. `code` is typed there, `scan` stands in the code that is scanned; both live for a short while.
   * `agent` is what the browser says of itself.
   */
  beginWebSignIn: change
    .meta({ change: true, signsIn: true, cost: 5 })
    .input(z.object({ agent: machineText(500) }))
    .output(z.object({ secret: z.string(), code: z.string(), scan: z.string(), expiresAt: instant, now: instant })),
  /** How far it has got, asked again and again by the browser that holds the secret. */
  webSignIn: read.input(secret).output(
    z.object({
      state: z.enum(webSignInStates),
      /** Renewed each minute while it waits. */
      scan: z.nullable(z.string()),
      /** Shown once a phone has it in front. */
      matchNumber: z.nullable(z.string()),
    }),
  ),
  /** Once a phone has confirmed: the session, given once, to whoever holds the secret. */
  takeWebSession: change
    .meta({ change: true, signsIn: true, cost: 5 })
    .input(secret)
    .errors(signInOver)
    .output(session),
  /** The phone has scanned or typed a code: which browser is it? From then on nobody else's phone can confirm it. `messageZh`: why there is none. */
  seeWebSignIn: change
    .meta({ change: true, watched: 'staff' })
    .input(
      z.discriminatedUnion('by', [
        z.object({ by: z.literal('scan'), scan: machineText(38) }),
        z.object({ by: z.literal('code'), code: machineText(20) }),
      ]),
    )
    .errors({
      ...signInOver,
      PEOPLE_WEB_CODE_TRIES: { status: 422, message: '登录码已输错 5 次，请 5 分钟后再试，或改用扫码' },
      PEOPLE_WEB_CODE_TAKEN: { status: 422, message: '这个登录码已在另一部手机上使用，请在网页上换一个' },
      PEOPLE_WEB_PHONE_ONLY: { status: 422, message: '请在手机小程序上确认，网页上不能确认' },
    })
    .output(z.object({ request: z.nullable(webSignInView), messageZh: z.nullable(z.string()) })),
  confirmWebSignIn: change
    .meta({ change: true, watched: 'always' })
    .input(signInId)
    .errors({
      ...signInOver,
      PEOPLE_WEB_PHONE_ONLY: { status: 422, message: '请在手机小程序上确认，网页上不能确认' },
    })
    .output(done),
  /** It was not the person who asked: nobody can confirm it any more. */
  refuseWebSignIn: change.meta({ change: true, watched: 'always' }).input(signInId).errors(signInOver).output(done),
  /** Where the person is signed in, the last used first. In WeChat's cloud the phone itself needs no session and is not among them. */
  devices: read.input(z.object({})).output(z.object({ devices: z.array(deviceView) })),
  /** Ends one at once. */
  endDevice: change
    .meta({ change: true, watched: 'always', endsAccess: true })
    .input(z.object({ deviceId: uuid }))
    .output(done),
  /** Ends all but the one that asks. */
  endOtherDevices: change
    .meta({ change: true, watched: 'always' })
    .input(z.object({}))
    .output(z.object({ ended: count })),
  signOut: change.meta({ change: true, watched: 'always' }).input(z.object({})).output(done),
  me: read.input(z.object({})).output(meView),
  /** The code of WeChat's phone button becomes the person's phone number. */
  bindPhone: change
    .input(z.object({ code: machineText(200) }))
    .errors({ PEOPLE_WECHAT_REFUSED: { status: 422, message: '没有取得手机号，请重试' } })
    .output(meView),
  updateSettings: change
    .input(z.object({ elderMode: z.optional(z.boolean()), displayName: z.optional(personName(30)) }))
    .errors({ PEOPLE_NAME_UNFIT: { status: 422, message: '这个名称不能用，请换一个' } })
    .output(meView),
  /** For the city: nicknames and texts that wait for an eye, the list of words by which texts are judged, and who changed it. */
  contentChecks: read.input(z.object({})).output(contentView),
  decideName: change
    .input(z.object({ personId: uuid, version, taken: z.boolean(), why: line(60) }))
    .errors({
      PEOPLE_NAME_STALE: { status: 409, message: '这个名称刚有变化，请刷新后再看' },
      PEOPLE_NAME_REASON: { status: 422, message: '请写明为什么不能用' },
    })
    .output(contentView),
  decideText: change
    .input(z.object({ subjectId: uuid, field: machineText(60), version, taken: z.boolean(), why: line(60) }))
    .errors({
      PEOPLE_NAME_STALE: { status: 409, message: '这项内容刚有变化，请刷新后再看' },
      PEOPLE_NAME_REASON: { status: 422, message: '请写明为什么不能用' },
    })
    .output(contentView),
  /** `strength` null: the word goes off the list. */
  changeContentWord: change
    .input(z.object({ word: phrase(30), strength: z.nullable(wordStrength), why: phrase(60) }))
    .errors({ PEOPLE_WORD_EMPTY: { status: 422, message: '请填写文字或者数字' } })
    .output(contentView),
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
  ...grantsContract,
};

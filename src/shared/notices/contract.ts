import * as z from 'zod/mini';
import { pastView } from '../awards/contract';
import { dueStack, queueSummary, todoItem } from '../cases/contract';
import { judgePostView } from '../competition/judging/contract';
import { homeView } from '../competition/open/contract';
import { storyView } from '../entry/standing/contract';
import { change, count, cursor, instant, machineText, phrase, read, text, uuid } from '../kernel/contract';
import { purposeNames } from '../telling/templates';

export const inboxItem = z.object({
  id: uuid,
  notice: z.string(),
  title: z.string(),
  body: z.string(),
  link: z.nullable(z.string()),
  createdAt: instant,
  readAt: z.nullable(instant),
  /** For which purpose it goes to phones too; null: it does not. */
  phone: z.nullable(z.enum(purposeNames)),
});

const purpose = z.enum(purposeNames);

const road = z.enum(['wechat', 'text']);

/**
 * What one may be told of on the phone. In WeChat: the id of its template (null: there is none here), how many messages one agreed to and did not
 * get yet, whether one wants them. As a text message: whether one wants it; null: it goes as none.
 */
const phoneReminder = z.object({
  purpose,
  zh: z.string(),
  templateId: z.nullable(z.string()),
  left: count,
  wanted: z.boolean(),
  text: z.nullable(z.boolean()),
});
/** `texts`: what one agrees to before any text message, whether one did, and how many came this month; null: nobody carries them here. */
const phoneStanding = z.object({
  items: z.array(phoneReminder),
  texts: z.nullable(
    z.object({ version: z.string(), zh: z.string(), words: z.string(), given: z.boolean(), sent: count, most: count }),
  ),
});

const unsentState = z.enum(['dead', 'uncertain']);
/** The error code of WeChat or of who carries texts; null: no answer came, or nobody was asked. */
const carrierCode = z.nullable(z.string().check(z.maxLength(100)));

const noticeName = machineText(100);
const wordingText = { title: text(200), body: text(600) };
const wordingShown = z.object({ title: z.string(), body: z.string() });
/** What a notice says, with placeholders in braces; the code's own words, what may stand in braces, and every version that ever stood. */
const wordingView = z.object({
  notice: z.string(),
  version: count,
  /** Whether the city's own words stand. */
  own: z.boolean(),
  ...wordingShown.shape,
  codes: wordingShown,
  placeholders: z.array(z.object({ zh: z.string(), sample: z.string(), needed: z.boolean() })),
  /** `wording` null: back to the code's words. */
  versions: z.array(
    z.object({ version: count, wording: z.nullable(wordingShown), why: z.string(), by: z.string(), at: instant }),
  ),
});
const wordingStale = { NOTICES_WORDING_STALE: { status: 409, message: '别人刚改过这条通知，请刷新后再改' } };

export const noticesContract = {
  /** The landing page in one call, for anyone: the edition, how the last one ended, and the numbers on the tabs: messages unread, things that wait for me. */
  landing: read
    .meta({ change: false, memory: { seconds: 3 } })
    .input(z.object({}))
    .output(
      z.object({
        home: homeView,
        past: z.nullable(pastView),
        /** What the running edition has given by now; left out while it has given nothing. */
        won: z.optional(z.object({ editionId: z.string(), winners: count })),
        unread: count,
        waits: count,
        /** What the page says to this reader before anything else; null to a visitor. */
        own: z.nullable(
          z.object({
            story: z.nullable(storyView),
            /** The first that wait for the reader. */
            todos: z.array(todoItem),
            /** What waits in all queues that the reader serves; null to who serves none. */
            queue: z.nullable(
              z.object({ waiting: count, unclaimed: count, mine: count, overdue: count, reviews: z.boolean() }),
            ),
            /** Where the reader is a judge; left out of all others. */
            posts: z.optional(z.array(judgePostView)),
          }),
        ),
      }),
    ),
  inbox: read
    .input(z.object({ cursor }))
    .errors({ CURSOR_OUTDATED: { status: 422, message: '列表有更新，请下拉刷新' } })
    .output(z.object({ items: z.array(inboxItem), next: z.nullable(z.string()), unread: count })),
  markRead: change.input(z.object({ itemId: uuid })).output(z.object({ unread: count })),
  markAllRead: change.input(z.object({})).output(z.object({ unread: count })),
  /** First what waits for me, then what I wait for and who holds it, what is over, then the queues I serve. */
  workbench: read.input(z.object({})).output(
    z.object({
      waitsForMe: z.array(todoItem),
      iWaitFor: z.array(todoItem),
      /** What nobody can do anything about any more: what was not sent in while there was time. */
      over: z.array(todoItem),
      queues: z.array(queueSummary),
      /** What is overdue, what falls due today and on the next working days, and what later; for whoever reviews. */
      stacks: z.optional(z.array(dueStack)),
    }),
  ),
  /** Nothing where the installation has no templates and nobody who carries texts. */
  phoneReminders: read.input(z.object({})).output(phoneStanding),
  /** What WeChat answered for each purpose when it asked inside a tap; each `accept` is one message. */
  keepPhoneAnswers: change
    .input(
      z.object({
        answers: z
          .array(z.object({ purpose, answer: z.enum(['accept', 'reject', 'ban', 'filter']) }))
          .check(z.minLength(1), z.maxLength(5)),
      }),
    )
    .output(phoneStanding),
  choosePhone: change.input(z.object({ purpose, road, wanted: z.boolean() })).output(phoneStanding),
  /** Agrees to text messages as the words of this version say, or takes that back. */
  chooseTexts: change
    .input(z.object({ agreed: z.boolean(), version: z.string().check(z.maxLength(20)) }))
    .errors({ NOTICES_TEXTS_OUTDATED: { status: 409, message: '短信提醒的说明已更新，请看过新的说明再选择' } })
    .output(phoneStanding),
  /** What did not reach phones, by message and cause, the newest 100. */
  unsentMessages: read.input(z.object({})).output(
    z.object({
      items: z.array(
        z.object({
          road,
          messageId: uuid,
          title: z.string(),
          purposeZh: z.string(),
          state: unsentState,
          code: carrierCode,
          n: count,
          endedAt: instant,
        }),
      ),
    }),
  ),
  /** Every notice with what it says, by the area that tells it; `sample`: its title about a sample. */
  wordings: read.input(z.object({})).output(
    z.object({
      areas: z.array(
        z.object({
          zh: z.string(),
          items: z.array(z.object({ notice: z.string(), ...wordingShown.shape, sample: z.string(), own: z.boolean() })),
        }),
      ),
    }),
  ),
  wording: read.input(z.object({ notice: noticeName })).output(wordingView),
  /** Own words from now on; what was told before stays as it was told. `version`: the one that its maker saw. */
  saveWording: change
    .input(z.object({ notice: noticeName, version: count, ...wordingText, why: phrase(100) }))
    .errors({
      ...wordingStale,
      NOTICES_WORDING_WRONG: { status: 422, message: '这样写还不能用，请看标红的说明' },
    })
    .output(wordingView),
  resetWording: change
    .input(z.object({ notice: noticeName, version: count, why: phrase(100) }))
    .errors(wordingStale)
    .output(wordingView),
  sendMessagesAgain: change
    .input(z.object({ road, messageId: uuid, state: unsentState, code: carrierCode }))
    .errors({ NOTICES_NOTHING_TO_SEND: { status: 422, message: '没有可重发的消息，请刷新后再看' } })
    .output(z.object({ waiting: count })),
};

import * as z from 'zod/mini';
import { dueClock, offeredMove, standing, timelineItem } from '../../cases/contract';
import { sectionNames } from '../../entry/sections';
import { renewalView } from '../../entry/standing/contract';
import { memberView } from '../../entry/views/contract';
import { materialView } from '../../files/contract';
import { count, date, instant, machineText, search, uuid, version } from '../../kernel/contract';
import { decisionView } from '../decision/contract';
import { decidingMoves } from '../decision/subject';

/*
 * What staff see of entries: rows of the queue and of the search, and the page on which one is reviewed.
 */

export const sectionName = z.enum(sectionNames);

export const queueFilter = z.object({
  /** null: every contest the reader serves in the current edition. */
  contestId: z.nullable(z.string()),
  /** `waiting` = submitted, resubmitted, transferred and under review; or one state's code. */
  state: machineText(30),
  trackCode: z.nullable(machineText(60)),
  claimed: z.enum(['any', 'mine', 'none', 'others']),
  overdue: z.boolean(),
  /** Only what falls due on this day. */
  dueOn: z.optional(date),
  q: search(40),
});

/** Whom to call: the leader, and the last digits of the phone; '' where results were entered without them. */
const whom = { leaderZh: z.string(), phoneTail: z.string() };

export const foundRow = z.object({
  entryId: uuid,
  title: z.string(),
  reference: z.nullable(z.string()),
  regionZh: z.string(),
  ...whom,
  /** The year of an edition that is over; null in the one that runs. */
  pastYear: z.nullable(z.int()),
  ...standing.shape,
});

export const queueRow = z.object({
  entryId: uuid,
  version,
  title: z.string(),
  reference: z.nullable(z.string()),
  regionZh: z.string(),
  trackZh: z.string(),
  groupZh: z.string(),
  ...whom,
  ...standing.shape,
  claimedByZh: z.nullable(z.string()),
  claimedByMe: z.boolean(),
  submittedAt: z.nullable(instant),
  ...dueClock.shape,
  overdue: z.boolean(),
  round: z.int(),
  /** How many of the list fall due on its day, or are overdue as it is; null where the list is in no such order. */
  ofItsDay: z.nullable(z.object({ count, more: z.boolean() })),
  /** What was decided of it and is not told yet; `secondsLeft` null while a signature is missing. */
  decided: z.nullable(z.object({ zh: z.string(), byZh: z.string(), secondsLeft: z.nullable(z.int()) })),
});

export const reviewSection = z.object({
  section: sectionName,
  zh: z.string(),
  lines: z.array(
    z.object({
      field: z.string(),
      label: z.string(),
      value: z.string(),
      before: z.nullable(z.string()),
      sealed: z.boolean(),
    }),
  ),
  changed: z.boolean(),
  verdict: z.enum(['unread', 'ok', 'fault']),
  codes: z.array(z.string()),
  fields: z.array(z.string()),
  seen: z.array(z.string()),
  comment: z.string(),
  markVersion: count,
  reasons: z.array(z.object({ code: z.string(), zh: z.string() })),
});

export const reviewView = z.object({
  entryId: uuid,
  version,
  title: z.string(),
  reference: z.nullable(z.string()),
  contestId: z.string(),
  regionId: z.string(),
  regionZh: z.string(),
  trackZh: z.string(),
  groupZh: z.string(),
  ...standing.shape,
  round: z.int(),
  ...dueClock.shape,
  /** Working days of the whole term; null where no such clock runs. */
  termDays: z.nullable(z.int()),
  claimedByZh: z.nullable(z.string()),
  claimedByMe: z.boolean(),
  claimedAt: z.nullable(instant),
  /** Who filled it in at the counter, and what was signed on paper; null: its team did. */
  helped: z.nullable(z.object({ byZh: z.string(), signedBy: z.nullable(z.string()), signedOn: z.nullable(date) })),
  /** What is called that others will read and nobody has judged yet: the public does not see it meanwhile. */
  unjudged: z.array(z.string()),
  /** Of an entry that its leader took back, and nothing else of what was in it; null while the submission stands. */
  contact: z.nullable(z.object({ nameZh: z.string(), phoneMasked: z.string() })),
  sections: z.array(reviewSection),
  members: z.array(memberView),
  materials: z.array(materialView),
  /** Slots that are renewed after the submission, with the submitted version and every newer one. */
  renewals: z.array(renewalView),
  eligibility: z.array(
    z.object({
      code: z.string(),
      zh: z.string(),
      verdict: z.enum(['pass', 'fail', 'staff']),
      reason: z.string(),
      /** Titles that are like this one's, to be compared with it. */
      titles: z.optional(z.array(z.object({ whereZh: z.string(), title: z.string() }))),
    }),
  ),
  notices: z.array(
    z.object({
      n: z.int(),
      sentAt: instant,
      byZh: z.string(),
      dueDate: date,
      message: z.string(),
      /** The return that it went out with was recalled. */
      recalled: z.boolean(),
      faults: z.array(z.object({ sectionZh: z.string(), text: z.string() })),
    }),
  ),
  notes: z.array(z.object({ id: uuid, byZh: z.string(), at: instant, body: z.string() })),
  /** What is to be looked up, and how it was found, each time; staff's alone. */
  checks: z.array(
    z.object({
      code: z.string(),
      zh: z.string(),
      /** The public register to look in. */
      linkZh: z.nullable(z.string()),
      url: z.nullable(z.string()),
      /** Approval waits for it. */
      required: z.boolean(),
      looks: z.array(
        z.object({
          id: uuid,
          resultZh: z.string(),
          clear: z.boolean(),
          checkedOn: date,
          note: z.string(),
          byZh: z.string(),
          picture: z.nullable(
            z.object({ uploadId: uuid, name: z.string(), state: z.enum(['checking', 'accepted', 'refused']) }),
          ),
        }),
      ),
    }),
  ),
  timeline: z.array(timelineItem),
  transferTargets: z.array(
    z.object({
      contestId: z.string(),
      regionZh: z.string(),
      tracks: z.array(z.object({ code: z.string(), zh: z.string() })),
    }),
  ),
  moves: z.array(offeredMove),
  /** Decisions that a second person has to sign before they are made. */
  signedMoves: z.array(z.enum(decidingMoves)),
  /** What was decided and is not over, and what became of earlier decisions; the newest last. */
  decisions: z.array(decisionView),
});

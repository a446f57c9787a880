import * as z from 'zod/mini';
import { offeredMove, standing, timelineItem } from '../../cases/contract';
import { materialView } from '../../files/contract';
import { answers, consentShown, sectionShown } from '../../forms/contract';
import { count, date, sentences, term, uuid, version } from '../../kernel/contract';
import { partyNames } from './subject';

const party = z.enum(partyNames);

/** Where an application stands, for this reader. */
export const applicationHead = z.object({
  applicationId: uuid,
  kind: z.string(),
  kindZh: z.string(),
  party,
  reference: z.nullable(z.string()),
  regionZh: z.string(),
  ...standing.shape,
  holderZh: z.nullable(z.string()),
  /** The term of whoever has it now, and in words how its last day was reached. */
  clock: z.object({
    dueDate: z.nullable(date),
    ...term.shape,
    workdays: z.nullable(count),
    reachedZh: z.nullable(z.string()),
  }),
  /** Its place in a queue, 1 first, and what gave it; it orders and decides nothing. */
  rank: count,
  rankZh: z.nullable(z.string()),
  version,
});

/** What may be chosen in questions about organisations, by their names. */
const choices = z.record(z.string(), z.array(z.object({ value: z.string(), zh: z.string() })));
const line = z.object({ field: z.string(), label: z.string(), value: z.string() });

export const question = z.object({
  section: z.string(),
  zh: z.string(),
  ...sectionShown.shape,
  /** Question → where its answer was filled in from, while it stands as it was. */
  sources: sentences,
  faults: z.array(z.string()),
  choices,
});

const slot = z.object({
  code: z.string(),
  zh: z.string(),
  hintZh: z.string(),
  kinds: z.array(z.string()),
  maxBytes: count,
  needed: z.boolean(),
  /** Whether it takes a file now. */
  open: z.boolean(),
  seenByZh: z.array(z.string()),
  /** What its applicant gave somewhere else before and may give here too, newest first. */
  given: z.array(z.object({ uploadId: uuid, name: z.string(), sourceZh: z.string() })),
});

export const applicationView = z.object({
  ...applicationHead.shape,
  stations: z.array(
    z.object({
      zh: z.string(),
      byZh: z.string(),
      workdays: z.nullable(count),
      /** Its days are those of the calendar. */
      calendar: z.boolean(),
      standing: z.enum(['passed', 'here', 'ahead']),
    }),
  ),
  timeline: z.array(timelineItem),
  /** For its applicant, where the organisation that has it now is reached; null: with none, or it did not say. */
  contact: z.nullable(z.object({ deskZh: z.string(), phone: z.string(), addressZh: z.string() })),
  moves: z.array(
    z.object({
      ...offeredMove.shape,
      asksReason: z.boolean(),
      asksFaults: z.boolean(),
      /** It leads on, and stands first. */
      leads: z.boolean(),
      /** What stands in its questions beforehand, and what may be chosen where organisations are; null: it asks nothing. */
      asked: z.nullable(z.object({ proposed: answers, choices })),
    }),
  ),
  /** What moves were told, of which this reader sees something, in order; `at` null of what was reckoned before its move. */
  records: z.array(z.object({ zh: z.string(), at: z.nullable(z.string()), lines: z.array(line) })),
  /** How each condition of the policy came out as it was handed in, and under which version. */
  judged: z.nullable(
    z.object({
      policy: z.string(),
      version: count,
      docNo: z.string(),
      on: date,
      verdict: z.enum(['pass', 'fail', 'unknown']),
      lines: z.array(
        z.object({ depth: count, leaf: z.boolean(), verdict: z.enum(['pass', 'fail', 'unknown']), zh: z.string() }),
      ),
    }),
  ),
  correction: z.nullable(
    z.object({
      faults: z.array(z.object({ section: z.string(), sectionZh: z.string(), text: z.string() })),
      message: z.string(),
      sentAt: z.string(),
    }),
  ),
  faultSections: z.array(z.object({ code: z.string(), zh: z.string() })),
  /** For its applicant alone. */
  own: z.nullable(
    z.object({
      introZh: z.string(),
      sections: z.array(question),
      slots: z.array(slot),
      /** `givenZh`: where one comes from that was given somewhere else before. */
      files: z.array(z.extend(materialView, { givenZh: z.nullable(z.string()) })),
      /** The move that hands it in as it stands; null: there is nothing to hand in. */
      handsIn: z.nullable(z.string()),
      filesFaults: z.array(z.string()),
      consents: z.array(consentShown),
    }),
  ),
  /** For an office: of the latest submission what is its own to see. */
  office: z.nullable(
    z.object({
      /** Covered values may be opened now by this reader. */
      opens: z.boolean(),
      parts: z.array(
        z.object({
          section: z.string(),
          zh: z.string(),
          /** `sealed`: by which name it is opened, of what is covered. */
          lines: z.array(z.extend(line, { sealed: z.nullable(z.string()) })),
        }),
      ),
      files: z.array(z.extend(materialView, { slotZh: z.string() })),
    }),
  ),
});

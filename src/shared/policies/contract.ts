import * as z from 'zod/mini';
import { announced, begun, materialView, ofUpload, openedFile, sent } from '../files/contract';
import { announcedFiles, unarrived, unready } from '../files/refusals';
import { change, count, date, done, instant, intake, read, uuid, words } from '../kernel/contract';
import { draftsContract, policyMark } from './drafts/contract';
import { factValueForm } from './form';
import { toldContract } from './told/contract';

export const policyView = z.object({
  code: z.string(),
  titleZh: z.string(),
  summaryZh: z.string(),
  /** Whom it is for, in a few words; empty: not written. */
  forZh: z.string(),
  bodyZh: z.string(),
  kind: z.string(),
  docNo: z.string(),
  effectiveFrom: z.nullable(date),
  effectiveTo: z.nullable(date),
  confirmedZh: z.string(),
  demonstration: z.boolean(),
  mark: policyMark,
  standing: z.enum(['notYet', 'inForce', 'expired']),
  inForce: z.boolean(),
});

const choice = z.object({ value: z.string(), zh: z.string() });

/** The file by which a checked fact was seen. */
const evidence = z.nullable(
  z.object({ uploadId: uuid, name: z.string(), state: z.enum(['checking', 'accepted', 'refused']) }),
);

/** A fact of a person, with the source that counts. */
export const factView = z.object({
  fact: z.string(),
  /** Follows “您的”; of a flag it is the question. */
  zh: z.string(),
  type: z.enum(['flag', 'count', 'share', 'year', 'money', 'date', 'month', 'birth', 'choice', 'codes']),
  unitZh: z.nullable(z.string()),
  /** Of a flag: what yes and no are called. */
  saidZh: z.nullable(z.object({ yes: z.string(), no: z.string() })),
  choices: z.array(choice),
  /** Null: unknown. */
  value: z.nullable(factValueForm),
  valueZh: z.nullable(z.string()),
  sourceZh: z.nullable(z.string()),
  /** The day as of which it holds. */
  on: z.nullable(date),
  /** Of what staff checked. */
  evidence,
  /** Staff or a register found it: what is said against it does not count. */
  checked: z.boolean(),
  /** What was said against it and does not count, with its source. */
  otherwiseZh: z.nullable(z.string()),
  /** May be said by the person, may be withdrawn by them, may be written down by staff. */
  declarable: z.boolean(),
  withdrawable: z.boolean(),
  checkable: z.boolean(),
});

const pastFact = z.object({
  n: count,
  /** Of what staff checked: a file may be added to it. */
  factId: z.nullable(uuid),
  evidence,
  zh: z.string(),
  valueZh: z.string(),
  sourceZh: z.string(),
  on: date,
  learntAt: instant,
  /** Who wrote it down; null: it was drawn from an entry or the award list. */
  byZh: z.nullable(z.string()),
  note: z.string(),
  endedAt: z.nullable(instant),
});

const facts = z.object({ facts: z.array(factView) });
const noSuchFact = { POLICIES_NO_SUCH_FACT: { status: 422, message: '这一项不能在这里填写' } };
const wrongFact = { ...noSuchFact, POLICIES_FACT_WRONG: { status: 422, message: '有一项填写有误，请核对' } };

const recalled = { POLICIES_ENTRY_RECALLED: { status: 422, message: '参赛者已撤回项目，重新提交后再核对' } };

const stand = z.enum(['pass', 'near', 'unknown', 'fail', 'over', 'notYet', 'text']);
const asked = z.enum(['me', 'application', 'staff', 'record']);
const verdict = z.enum(['pass', 'fail', 'unknown']);

/** A condition of an answer, or the heading of a group of them; `depth` says under which group it stands. */
const answerLine = z.object({
  depth: count,
  kind: z.enum(['leaf', 'all', 'any', 'someOf', 'not']),
  verdict,
  matters: z.boolean(),
  zh: z.string(),
  fact: z.nullable(z.string()),
  basis: z.nullable(z.string()),
  restsOnZh: z.nullable(z.string()),
  sentence: z.nullable(z.string()),
  factZh: z.nullable(z.string()),
  valueZh: z.nullable(z.string()),
  /** How it came out, where that is known. */
  resultZh: z.nullable(z.string()),
  needZh: z.nullable(z.string()),
  sourceZh: z.nullable(z.string()),
  on: z.nullable(date),
  asked: z.nullable(asked),
});

/** A policy's answer to somebody: how it stands, why, what is missing, and what it would give. */
export const answerView = z.object({
  code: z.string(),
  version: count,
  titleZh: z.string(),
  summaryZh: z.string(),
  docNo: z.string(),
  confirmedZh: z.string(),
  demonstration: z.boolean(),
  effectiveFrom: z.nullable(date),
  effectiveTo: z.nullable(date),
  stand,
  standZh: z.string(),
  whyZh: z.string(),
  /** It stands otherwise than when its reader looked last. */
  before: z.nullable(z.object({ standZh: z.string(), newVersion: z.boolean() })),
  missing: z.array(z.object({ fact: z.string(), zh: z.string(), asked })),
  lines: z.array(answerLine),
  benefits: z.array(
    z.object({
      code: z.string(),
      zh: z.string(),
      valueZh: z.nullable(z.string()),
      docNo: z.nullable(z.string()),
      demonstration: z.boolean(),
    }),
  ),
  defects: z.array(z.string()),
});

const answers = z.object({ today: date, policies: z.array(answerView) });
const saidFacts = (most: number) =>
  z
    .array(z.object({ fact: z.string().check(z.maxLength(60)), value: factValueForm }))
    .check(z.minLength(1), z.maxLength(most));

/** `checks`: this reader may write down what they checked; others are offered no way to it. */
const applicantFacts = z.object({ ...facts.shape, history: z.array(pastFact), checks: z.boolean() });

export const policiesContract = {
  /** What oneself can get, every policy with its reasons, what one has first. Never a score, never compared with others. */
  mine: read.input(z.object({})).output(answers),
  /** The same as a PDF in the answer. */
  printed: read
    .meta({ change: false, cost: 10 })
    .input(z.object({}))
    .output(z.object({ name: z.string(), base64: z.string() })),
  seen: change
    .input(
      z.object({
        policies: z
          .array(z.object({ code: z.string().check(z.maxLength(60)), version: count, stand }))
          .check(z.minLength(1), z.maxLength(100)),
      }),
    )
    .output(done),
  /** For anybody, by a few things said; nothing is kept. */
  check: read
    .input(z.object({ facts: saidFacts(20) }))
    .errors(noSuchFact)
    .output(answers),
  answersFor: read.input(z.object({ entryId: uuid })).output(answers),
  /** What is known of oneself and from where, and what one may add. */
  myFacts: read.input(z.object({})).output(facts),
  /** Says facts of oneself, as of today; what one said of them before ends. */
  declareFacts: intake
    .input(
      z.object({
        facts: z
          .array(z.object({ fact: z.string().check(z.maxLength(60)), value: factValueForm }))
          .check(z.minLength(1), z.maxLength(20)),
      }),
    )
    .errors(wrongFact)
    .output(facts),
  /** Takes back what one said of a fact, here or in an entry; what staff checked stays. */
  withdrawFact: change
    .input(z.object({ fact: z.string().check(z.maxLength(60)) }))
    .errors(noSuchFact)
    .output(facts),
  /** What is known of the leader of an entry, with all that was ever said of it; of an entry that was taken back nothing. */
  factsOf: read.input(z.object({ entryId: uuid })).output(applicantFacts),
  /** Staff write down what they found, with the evidence. */
  checkFact: intake
    .meta({ change: true, takesNew: true, watched: 'staff' })
    .input(
      z.object({
        entryId: uuid,
        fact: z.string().check(z.maxLength(60)),
        value: factValueForm,
        on: date,
        note: words(200),
      }),
    )
    .errors({
      ...wrongFact,
      POLICIES_DATE_WRONG: { status: 422, message: '核对日期不对，已在下方标红说明' },
      ...recalled,
    })
    .output(applicantFacts),
  /** The file of what staff checked; a later one takes its place. */
  beginFactFile: intake
    .input(z.object({ factId: uuid, ...announced }))
    .errors({ ...announcedFiles, ...recalled })
    .output(begun),
  finishFactFile: change.input(sent).errors(unarrived).output(materialView),
  cancelFactFile: change.input(ofUpload).output(done),
  /** For whoever reads the applicant's facts, by an entry of theirs (without one: the entry by which it was checked), and for the person. */
  openFactFile: change
    .meta({ change: true, answersAnew: true, watched: 'staff' })
    .input(z.object({ ...ofUpload.shape, entryId: z.optional(uuid) }))
    .errors(unready)
    .output(openedFile),
  /** The policy library, in force first; an expired one says so. */
  list: read.input(z.object({})).output(z.object({ policies: z.array(policyView) })),
  get: read.input(z.object({ code: z.string() })).output(policyView),
  ...draftsContract,
  ...toldContract,
  /** How a draft would read on everybody's page on its first day, answered for its first example; nothing is written. */
  previewDraft: read.input(z.object({ policyDraftId: uuid })).output(
    z.object({
      policy: policyView,
      answer: z.nullable(answerView),
      exampleZh: z.nullable(z.string()),
      /** So many things are still missing in it. */
      missing: count,
    }),
  ),
};

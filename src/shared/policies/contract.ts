import * as z from 'zod/mini';
import { change, count, date, instant, read, uuid, words } from '../kernel/contract';
import { factValueForm } from './form';

export const policyView = z.object({
  code: z.string(),
  titleZh: z.string(),
  summaryZh: z.string(),
  bodyZh: z.string(),
  kind: z.string(),
  docNo: z.string(),
  effectiveFrom: z.nullable(date),
  effectiveTo: z.nullable(date),
  confirmedZh: z.string(),
  demonstration: z.boolean(),
  inForce: z.boolean(),
});

const choice = z.object({ value: z.string(), zh: z.string() });

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

export const policiesContract = {
  /** What is known of oneself and from where, and what one may add. */
  myFacts: read.input(z.object({})).output(facts),
  /** Says facts of oneself, as of today; what one said of them before ends. */
  declareFacts: change
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
  factsOf: read.input(z.object({ entryId: uuid })).output(z.object({ ...facts.shape, history: z.array(pastFact) })),
  /** Staff write down what they found, with the evidence. */
  checkFact: change
    .meta({ change: true, watched: 'staff' })
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
      POLICIES_DATE_IN_FUTURE: { status: 422, message: '核对日期不能晚于今天' },
      POLICIES_ENTRY_RECALLED: { status: 422, message: '参赛者已撤回项目，重新提交后再核对' },
    })
    .output(z.object({ ...facts.shape, history: z.array(pastFact) })),
  /** The policy library, in force first; an expired one says so. */
  list: read.input(z.object({})).output(z.object({ policies: z.array(policyView) })),
  get: read.input(z.object({ code: z.string() })).output(policyView),
};

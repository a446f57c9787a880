import * as z from 'zod/mini';
import { change, count, date, done, instant, intake, machineText, personName, read, uuid } from '../../kernel/contract';
import { closed, refusedMoves } from '../refusals';
import { counterRefusals } from './counter';

const code = machineText(80);

const refusedCodes = {
  ENTRY_COUNTER_CODE_WRONG: { status: 422, message: counterRefusals.ENTRY_COUNTER_CODE_WRONG },
  ENTRY_COUNTER_OWN: { status: 422, message: counterRefusals.ENTRY_COUNTER_OWN },
};

/** Entries that staff begin at the counter for somebody present, who then takes them over. */
export const counterContract = {
  /** Where the reader may begin some now, and their own that wait to be confirmed. */
  counterDrafts: read.input(z.object({})).output(
    z.object({
      contests: z.array(
        z.object({
          contestId: z.string(),
          regionZh: z.string(),
          /** Why none is begun there now; null while sign-up is open. */
          closed: z.nullable(z.string()),
          tracks: z.array(z.object({ code: z.string(), zh: z.string() })),
          groups: z.array(z.object({ code: z.string(), zh: z.string(), hintZh: z.string() })),
        }),
      ),
      drafts: z.array(
        z.object({
          entryId: uuid,
          title: z.string(),
          /** The person's name, as far as it is filled in. */
          nameZh: z.string(),
          regionZh: z.string(),
          begunAt: instant,
          endsAt: instant,
        }),
      ),
    }),
  ),
  /** Begins a draft for somebody who stands at the counter; it is nobody's until that person confirms it. */
  beginCounter: intake
    .input(
      z.object({
        contestId: machineText(60),
        trackCode: machineText(60),
        groupCode: machineText(60),
        name: personName(30),
      }),
    )
    .errors({
      ...refusedMoves,
      ENTRY_TRACK_NOT_HERE: { status: 422, message: '该县（市、区）没有设这个赛道' },
      ENTRY_NO_SUCH_GROUP: { status: 422, message: '没有这个组别' },
      ENTRY_TOO_MANY_COUNTER_DRAFTS: {
        status: 422,
        message: '您有 30 份代填的报名还没有本人确认，请先请本人确认，或删除不用的',
      },
    })
    .output(z.object({ entryId: uuid })),
  /** What is handed over, for its helper: how far it is, and the paper form if one was signed. */
  counterDraft: read.input(z.object({ entryId: uuid })).output(
    z.object({
      entryId: uuid,
      title: z.string(),
      nameZh: z.string(),
      regionZh: z.string(),
      endsAt: instant,
      /** Parts that are not finished. */
      left: count,
      consents: z.array(z.object({ kind: z.string(), zh: z.string(), bodyZh: z.string(), required: z.boolean() })),
      /** The scanned form, once it has arrived. */
      file: z.nullable(z.object({ uploadId: uuid, name: z.string() })),
      signed: z.nullable(z.object({ by: z.string(), on: date })),
    }),
  ),
  /** A fresh code by which the person takes it over; the one before is void. */
  showCounterCode: change
    .meta({ change: true, answersAnew: true, watched: 'staff' })
    .input(z.object({ entryId: uuid }))
    .output(z.object({ code: z.string(), endsAt: instant })),
  /** The person signed the form on paper: who, when, and to what they agreed there. */
  recordSignedForm: change
    .meta({ change: true, watched: 'staff' })
    .input(z.object({ entryId: uuid, signedBy: personName(30), signedOn: date, publicDisplay: z.boolean() }))
    .errors({
      ...closed,
      ENTRY_SIGNED_FORM_WRONG: { status: 422, message: '有内容填写有误，已在下方标红说明' },
    })
    .output(done),
  /** What a code hands over, before the person takes it. Tries are counted. */
  seeCounterCode: change
    .meta({ change: true, guessable: true })
    .input(z.object({ code }))
    .errors(refusedCodes)
    .output(
      z.object({
        entryId: uuid,
        title: z.string(),
        nameZh: z.string(),
        regionZh: z.string(),
        trackZh: z.string(),
        groupZh: z.string(),
        begunAt: instant,
        /** When sign-up closes for it; null: it has no time yet. */
        closesAt: z.nullable(instant),
      }),
    ),
  /** The person takes the draft over and leads it from then on. */
  confirmCounter: change
    .meta({ change: true, guessable: true, watched: 'always' })
    .input(z.object({ code }))
    .errors({
      ...refusedMoves,
      ...refusedCodes,
      ENTRY_TOO_MANY_DRAFTS: { status: 422, message: '您已有 5 份没有提交的报名，请先删除不用的，再确认这一份' },
    })
    .output(z.object({ entryId: uuid })),
};

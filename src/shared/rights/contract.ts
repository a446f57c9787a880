import * as z from 'zod/mini';
import { change, count, date, done, instant, line, machineText, phrase, read, uuid } from '../kernel/contract';

/** Something that a person agreed to, as it was shown to them. */
const consentView = z.object({
  consentId: uuid,
  zh: z.string(),
  bodyZh: z.string(),
  version: z.string(),
  /** What it was given for: the title of an entry. */
  aboutZh: z.string(),
  /** Who is given what, what for and until when; '' where the text says it in its body alone. */
  receiverZh: z.string(),
  purposeZh: z.string(),
  fieldsZh: z.string(),
  untilZh: z.string(),
  givenAt: instant,
  withdrawnAt: z.nullable(instant),
  /** What its withdrawal would do; empty once it is withdrawn. */
  effectsZh: z.array(z.string()),
  /** Why it cannot be withdrawn now; null: it can. */
  refusedZh: z.nullable(z.string()),
});

/** What stops being served: what goes, what stays, until when, made of what the rooms of the server declare. */
const closing = z.object({
  scope: z.string(),
  whatZh: z.string(),
  closesOn: date,
  note: z.string(),
  goesZh: z.array(z.string()),
  staysZh: z.array(z.string()),
  untilZh: z.array(z.string()),
});

const closingPlace = z.object({ scope: machineText(60) });
const noSuchScope = { RIGHTS_NO_SUCH_SCOPE: { status: 422, message: '没有这一项，请刷新后再看' } };
const closingPlan = z.object({
  scope: machineText(60),
  closesOn: date,
  note: line(200),
});

const consentList = z.object({ consents: z.array(consentView) });

const retentionView = z.object({
  terms: z.array(
    z.object({
      name: z.string(),
      zh: z.string(),
      termZh: z.string(),
      length: count,
      unit: z.enum(['days', 'months']),
      fromZh: z.string(),
      basisZh: z.string(),
      /** Between what it may be chosen, in words; null: it stands. */
      boundsZh: z.nullable(z.string()),
    }),
  ),
  said: z.array(
    z.object({
      n: count,
      zh: z.string(),
      termZh: z.string(),
      docNo: z.string(),
      from: date,
      why: z.string(),
      byZh: z.string(),
      at: instant,
    }),
  ),
  scopes: z.array(z.object({ scope: z.string(), whatZh: z.string() })),
  closings: z.array(z.object({ ...closing.shape, told: count })),
});

export const exportFormats = ['json', 'pdf'] as const;

export const rightsContract = {
  /** What is kept of persons, who is given it and how long: what the rooms of the server themselves declare. */
  guide: read.input(z.object({})).output(
    z.object({
      organiserZh: z.string(),
      contactZh: z.string(),
      consents: z.array(
        z.object({
          zh: z.string(),
          receiverZh: z.string(),
          purposeZh: z.string(),
          fieldsZh: z.string(),
          untilZh: z.string(),
        }),
      ),
      /** How many months after its screening an edition keeps numbers; null: there is no edition. */
      sealedMonths: z.nullable(count),
      rooms: z.array(
        z.object({
          zh: z.string(),
          kept: z.array(z.object({ zh: z.string(), fieldsZh: z.string() })),
          staysZh: z.array(z.string()),
        }),
      ),
      terms: z.array(z.object({ zh: z.string(), termZh: z.string(), fromZh: z.string(), basisZh: z.string() })),
      /** What stops being served, and what then becomes of the data. */
      closings: z.array(closing),
    }),
  ),
  /** What stops or has stopped being served, for the pages of those parts. */
  closings: read.input(z.object({})).output(
    z.object({
      closings: z.array(z.object({ scope: z.string(), whatZh: z.string(), closesOn: date, stopped: z.boolean() })),
    }),
  ),
  /** All that the caller ever agreed to, the newest first; of what stands, what a withdrawal would do. */
  consents: read.input(z.object({})).output(consentList),
  withdrawConsent: change
    .meta({ change: true, watched: 'always' })
    .input(z.object({ consentId: uuid }))
    .errors({
      RIGHTS_NO_SUCH_CONSENT: { status: 422, message: '没有找到这项同意，请刷新后再看' },
      RIGHTS_CONSENT_HELD: { status: 422, message: '现在不能撤回这项同意' },
    })
    .output(consentList),
  /** Everything about the caller, with what is sealed opened: a logged act, of which nothing is kept. What is too much for one answer comes in parts. */
  handOut: change
    .meta({ change: true, answersAnew: true, watched: 'always', cost: 10 })
    .input(z.object({ format: z.enum(exportFormats), part: z.optional(z.int().check(z.positive())) }))
    .errors({ RIGHTS_NO_SUCH_PART: { status: 422, message: '没有这一部分，请重新导出' } })
    .output(z.object({ name: z.string(), base64: z.string(), bytes: count, rows: count, part: count, parts: count })),
  /** What closing the account would do, and what stands in its way. */
  beforeLeaving: read
    .input(z.object({}))
    .output(z.object({ goesZh: z.array(z.string()), staysZh: z.array(z.string()), hinderedZh: z.array(z.string()) })),
  /** For the city: every term with its bounds and who said what of it, and what can be closed or was. */
  retention: read.input(z.object({})).output(retentionView),
  /** The city says how long something is kept, by which document and from which day. */
  sayTerm: change
    .meta({ change: true, watched: 'staff' })
    .input(
      z.object({
        name: machineText(40),
        length: z.int().check(z.positive()),
        docNo: phrase(60),
        from: date,
        why: phrase(100),
      }),
    )
    .errors({
      RIGHTS_NO_SUCH_TERM: { status: 422, message: '没有这一项期限，请刷新后再看' },
      RIGHTS_TERM_WRONG: { status: 422, message: '期限没有改，请看下方说明' },
    })
    .output(retentionView),
  /** How a closing would read, and how many people it would tell. */
  previewClosing: read
    .input(closingPlace)
    .errors(noSuchScope)
    .output(z.object({ ...closing.shape, closesOn: z.null(), concerned: count })),
  /** Announces it: everybody concerned is told, once. */
  announceClosing: change
    .meta({ change: true, watched: 'staff' })
    .input(closingPlan)
    .errors({
      ...noSuchScope,
      RIGHTS_CLOSED_ALREADY: { status: 409, message: '这一项已经公告过，每项只公告一次' },
      RIGHTS_CLOSING_DATE: { status: 422, message: '停止日期有误' },
    })
    .output(retentionView),
  /** Closes the account for good. */
  leave: change
    .meta({ change: true, watched: 'always', endsAccess: true })
    .input(z.object({ agreed: z.literal(true) }))
    .errors({ RIGHTS_LEAVING_HINDERED: { status: 422, message: '现在不能注销账号' } })
    .output(done),
};

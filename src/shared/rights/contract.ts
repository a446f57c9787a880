import * as z from 'zod/mini';
import { change, count, done, instant, read, uuid } from '../kernel/contract';

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

const consentList = z.object({ consents: z.array(consentView) });

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
  /** Closes the account for good. */
  leave: change
    .meta({ change: true, watched: 'always', endsAccess: true })
    .input(z.object({ agreed: z.literal(true) }))
    .errors({ RIGHTS_LEAVING_HINDERED: { status: 422, message: '现在不能注销账号' } })
    .output(done),
};

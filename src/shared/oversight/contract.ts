import * as z from 'zod/mini';
import { change, count, cursor, date, instant, read, search, uuid, version } from '../kernel/contract';

const outdated = { CURSOR_OUTDATED: { status: 422, message: '列表有更新，请下拉刷新' } };

/** That somebody opened what is sealed, or a file; never the value. */
const openingView = z.object({
  id: uuid,
  at: instant,
  personId: uuid,
  whoZh: z.string(),
  /** In whose name: a region, or the city. */
  officeZh: z.string(),
  whatZh: z.string(),
  /** The matter for which it was opened, with its reference. */
  whyZh: z.string(),
});

const ownOpeningView = z.object({ id: uuid, at: instant, officeZh: z.string(), whatZh: z.string(), whyZh: z.string() });

const chainRowView = z.object({
  n: z.int(),
  at: instant,
  whoZh: z.string(),
  actZh: z.string(),
  /** As it stands in the row; 64 hex digits. */
  hash: z.string(),
});

const checkView = z.object({
  askedAt: instant,
  /** Null while it is awaited. */
  checkedAt: z.nullable(instant),
  /** Null while it is awaited. */
  intact: z.nullable(z.boolean()),
  subjects: count,
  rows: count,
  seals: count,
  /** The first broken row in words; null when there is none. */
  brokenZh: z.nullable(z.string()),
});

export const oversightContract = {
  /** Who opened which sealed value or file, when and for what; the newest first. */
  openings: read
    .input(z.object({ personId: z.nullish(uuid), day: z.nullish(date), cursor }))
    .errors(outdated)
    .output(z.object({ items: z.array(openingView), next: z.nullable(z.string()) })),
  /** Who opened what of the caller's own: an office, never a name. */
  myOpenings: read
    .input(z.object({ cursor }))
    .errors(outdated)
    .output(z.object({ items: z.array(ownOpeningView), next: z.nullable(z.string()) })),
  /** The audit of one entry row by row, found by its reference, and whether the chain holds; `before`: rows below this place. */
  chain: read
    .input(z.object({ reference: search(60), before: z.nullish(version) }))
    .errors({ OVERSIGHT_NO_SUCH_ENTRY: { status: 422, message: '没有找到这个报名编号，请核对后再查' } })
    .output(
      z.object({
        reference: z.string(),
        rows: count,
        brokenZh: z.nullable(z.string()),
        items: z.array(chainRowView),
        before: z.nullable(z.int()),
      }),
    ),
  /** How the latest checks of the whole audit ended. */
  auditChecks: read.input(z.object({})).output(z.object({ checks: z.array(checkView) })),
  /** Has the whole audit checked by the worker; one that is awaited already is enough. */
  checkAudit: change.input(z.object({})).output(z.object({ askedAt: instant })),
};

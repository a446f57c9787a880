import * as z from 'zod/mini';
import { date, read } from '../kernel/contract';

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

export const policiesContract = {
  /** The policy library, in force first; an expired one says so. */
  list: read.input(z.object({})).output(z.object({ policies: z.array(policyView) })),
  get: read.input(z.object({ code: z.string() })).output(policyView),
};

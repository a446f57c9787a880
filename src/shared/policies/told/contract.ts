import * as z from 'zod/mini';
import { change, count, done, instant, machineText, read } from '../../kernel/contract';

const code = machineText(60);

/** Whom one wording reached: numbers alone, never who. */
const toldGroup = z.object({
  zh: z.string(),
  /** Null: they are so few that numbers would say too much of each. */
  counts: z.nullable(
    z.object({
      reached: count,
      read: count,
      /** Of those told so, who opened its page, and who handed in an application since. */
      opened: count,
      applied: count,
      phoneSent: count,
      phoneWaiting: count,
      /** Not reached on the phone, by cause. */
      failed: z.array(z.object({ zh: z.string(), n: count })),
    }),
  ),
});

export const toldContract = {
  /** Whoever was told of a policy has opened its page. */
  opened: change.input(z.object({ code })).output(done),
  /** Whom each telling of a policy reached, the newest first. */
  told: read.input(z.object({ code })).output(
    z.object({
      titleZh: z.string(),
      tellings: z.array(
        z.object({
          id: z.string(),
          zh: z.string(),
          version: count,
          at: instant,
          underWay: z.boolean(),
          groups: z.array(toldGroup),
        }),
      ),
    }),
  ),
};

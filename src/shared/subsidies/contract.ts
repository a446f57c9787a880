import * as z from 'zod/mini';
import { count, cursor, date, machineText, read, uuid } from '../kernel/contract';

const outdated = { CURSOR_OUTDATED: { status: 422, message: '列表有更新，请下拉刷新' } };

export const subsidiesContract = {
  /** What is on the public list today, for anybody: a name and an item, and until when. A name stands there whole only where its person agreed. */
  listed: read
    .input(z.object({ cursor }))
    .errors(outdated)
    .output(
      z.object({
        items: z.array(
          z.object({ listingId: uuid, nameZh: z.string(), itemZh: z.string(), regionZh: z.string(), untilOn: date }),
        ),
        next: z.nullable(z.string()),
      }),
    ),
  /**
   * What was handed in, the newest first: all of it for the city and the supervisor, its regions' for a desk; by item (its kind), region and state.
   * The city reads no names.
   */
  handedIn: read
    .input(
      z.object({
        kind: z.nullable(machineText(40)),
        regionId: z.nullable(machineText(20)),
        state: z.nullable(machineText(20)),
        cursor,
      }),
    )
    .errors(outdated)
    .output(
      z.object({
        items: z.array(
          z.object({
            applicationId: uuid,
            reference: z.nullable(z.string()),
            nameZh: z.nullable(z.string()),
            itemZh: z.string(),
            regionZh: z.string(),
            stateZh: z.string(),
            tone: z.enum(['neutral', 'info', 'pass', 'warn']),
            submittedOn: date,
            /** The last day of whoever has it now; null: no clock runs. */
            dueOn: z.nullable(date),
            workdaysOver: z.nullable(z.int()),
            /** Null: it was not reckoned. */
            amountFen: z.nullable(count),
            howZh: z.nullable(z.string()),
          }),
        ),
        next: z.nullable(z.string()),
        /** Of the first page: how many there are, up to a bound. */
        found: z.nullable(z.object({ count, more: z.boolean() })),
        /** By which regions one may look. */
        regions: z.array(z.object({ value: z.string(), zh: z.string() })),
      }),
    ),
};

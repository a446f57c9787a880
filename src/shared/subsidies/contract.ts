import * as z from 'zod/mini';
import { cursor, date, read, uuid } from '../kernel/contract';

export const subsidiesContract = {
  /** What is on the public list today, for anybody: a name and an item, and until when. A name stands there whole only where its person agreed. */
  listed: read
    .input(z.object({ cursor }))
    .errors({ CURSOR_OUTDATED: { status: 422, message: '列表有更新，请下拉刷新' } })
    .output(
      z.object({
        items: z.array(
          z.object({ listingId: uuid, nameZh: z.string(), itemZh: z.string(), regionZh: z.string(), untilOn: date }),
        ),
        next: z.nullable(z.string()),
      }),
    ),
};

import { toShanghai } from '@shared/kernel/shanghai';
import { applicationOf, moveWith, plainOrder } from '../benefits/queries';
import type { Settlers } from '../finance/queries';
import { amountZh, paymentKind } from './works';

/** What becomes of a payment: it is paid for good, or its applicant puts the account right. */
export const subsidySettlers: Settlers = {
  [paymentKind]: async (call, settled) => {
    for (const { sourceId, amountFen, failureZh } of settled) {
      const application = await applicationOf(call, { applicationId: sourceId }, true);
      if (!application) throw new Error('A subsidy that was settled is not there.');
      const correction = {
        faults: [{ section: 'pay', text: failureZh ?? '' }],
        message: '',
        sentAt: toShanghai(call.now),
      };
      const order = plainOrder(failureZh === null ? 'pay' : 'fail', application.version);
      await moveWith(call, application, order, async () =>
        failureZh === null
          ? { facts: { detailZh: amountZh(Number(amountFen)) } }
          : { facts: { detailZh: failureZh }, keeps: { correction } },
      );
    }
  },
};

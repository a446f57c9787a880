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
      const paid = plainOrder('pay', application.version);
      // Its reason stands in the course of the case, where the office reads why; it lies with the applicant, and the office is told too.
      const order = failureZh === null ? paid : { ...paid, move: 'fail', reason: failureZh };
      await moveWith(call, application, order, async () =>
        failureZh === null
          ? { facts: { detailZh: amountZh(Number(amountFen)) } }
          : { facts: { detailZh: failureZh, role: 'loanClerk' }, keeps: { correction } },
      );
    }
  },
};

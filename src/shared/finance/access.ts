import { anyOf, defineAccess, holdsAnywhere } from '../kernel/define-access';

const finance = holdsAnywhere('financeClerk');
/** Who looks over the payments: finance, and the supervisor, who reads accounts covered as everybody does. */
const looks = anyOf(finance, holdsAnywhere('auditor'));

export const financeAccess = defineAccess<unknown>()('finance', {
  batches: looks,
  batch: looks,
  downloadBatch: finance,
  revealAccount: finance,
  markPaid: finance,
  markFailed: finance,
});

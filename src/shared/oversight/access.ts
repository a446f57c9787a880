import { defineAccess, holdsAnywhere, signedIn } from '../kernel/define-access';

const supervises = holdsAnywhere('auditor');

export const oversightAccess = defineAccess<unknown>()('oversight', {
  openings: supervises,
  myOpenings: signedIn,
  chain: supervises,
  auditChecks: supervises,
  checkAudit: supervises,
});

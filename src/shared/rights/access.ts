import { defineAccess, signedIn } from '../kernel/define-access';

export const rightsAccess = defineAccess<unknown>()('rights', {
  consents: signedIn,
  withdrawConsent: signedIn,
  handOut: signedIn,
  beforeLeaving: signedIn,
  leave: signedIn,
});

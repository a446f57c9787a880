import { anyone, cityOnly, defineAccess, signedIn } from '../kernel/define-access';

export const rightsAccess = defineAccess<unknown>()('rights', {
  guide: anyone,
  closings: anyone,
  consents: signedIn,
  withdrawConsent: signedIn,
  handOut: signedIn,
  beforeLeaving: signedIn,
  leave: signedIn,
  retention: cityOnly,
  sayTerm: cityOnly,
  previewClosing: cityOnly,
  announceClosing: cityOnly,
});

import { anyOf, anyone, cityOnly, defineAccess, holdsAnywhere } from '../kernel/define-access';

export const subsidiesAccess = defineAccess<unknown>()('subsidies', {
  listed: anyone,
  // A desk reads its regions' alone, as the query has it.
  handedIn: anyOf(cityOnly, holdsAnywhere('auditor'), holdsAnywhere('loanClerk')),
});

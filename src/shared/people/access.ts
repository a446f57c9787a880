import { anyOf, anyone, cityOnly, defineAccess, holdsAnywhere, signedIn } from '../kernel/define-access';

export const peopleAccess = defineAccess<unknown>()('people', {
  personas: anyone,
  signInAs: anyone,
  signInWithWechat: anyone,
  signIn: signedIn,
  signOut: signedIn,
  me: signedIn,
  bindPhone: signedIn,
  updateSettings: signedIn,
  sendFeedback: signedIn,
  myFeedback: signedIn,
  listFeedback: anyOf(cityOnly, holdsAnywhere('auditor')),
  revealContact: cityOnly,
  answerFeedback: cityOnly,
  securityLog: holdsAnywhere('auditor'),
});

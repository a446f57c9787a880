import { anyone, cityOnly, defineAccess, signedIn } from '../kernel/define-access';

export const noticesAccess = defineAccess<unknown>()('notices', {
  landing: anyone,
  inbox: signedIn,
  markRead: signedIn,
  markAllRead: signedIn,
  workbench: signedIn,
  phoneReminders: signedIn,
  keepPhoneAnswers: signedIn,
  choosePhone: signedIn,
  chooseTexts: signedIn,
  unsentMessages: cityOnly,
  sendMessagesAgain: cityOnly,
  wordings: cityOnly,
  wording: cityOnly,
  saveWording: cityOnly,
  resetWording: cityOnly,
});

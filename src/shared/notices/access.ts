import { defineAccess, signedIn } from '../kernel/define-access';

export const noticesAccess = defineAccess<unknown>()('notices', {
  inbox: signedIn,
  markRead: signedIn,
  markAllRead: signedIn,
  workbench: signedIn,
});

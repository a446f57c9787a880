import type { peopleContract } from '@shared/people/contract';
import type { Procedures } from '../rpc/procedure';
import { answerFeedback, revealContact } from './answer-feedback';
import { listFeedback, myFeedback } from './list-feedback';
import { bindPhone, me, updateSettings } from './me';
import { personas } from './personas';
import { securityLog } from './security-log';
import { sendFeedback } from './send-feedback';
import { signIn, signInAs, signInWithWechat, signOut } from './sign-in';

export const peopleProcedures: Procedures<typeof peopleContract> = {
  personas,
  signInAs,
  signInWithWechat,
  signIn,
  signOut,
  me,
  bindPhone,
  updateSettings,
  sendFeedback,
  myFeedback,
  listFeedback,
  answerFeedback,
  revealContact,
  securityLog,
};

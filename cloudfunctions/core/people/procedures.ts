import type { peopleContract } from '@shared/people/contract';
import type { Procedures } from '../procedure';
import { answerFeedback, listFeedback, myFeedback, sendFeedback } from './feedback';
import { bindPhone, me, updateSettings } from './me';
import { personas } from './personas';
import { signInAs, signInWithWechat, signOut } from './sign-in';

export const peopleProcedures: Procedures<typeof peopleContract> = {
  personas,
  signInAs,
  signInWithWechat,
  signOut,
  me,
  bindPhone,
  updateSettings,
  sendFeedback,
  myFeedback,
  listFeedback,
  answerFeedback,
};

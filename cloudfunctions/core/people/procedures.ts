import type { peopleContract } from '@shared/people/contract';
import type { Procedures } from '../rpc/procedure';
import { answerFeedback, revealContact } from './answer-feedback';
import { changeContentWord, contentChecks, decideName, decideText } from './content/procedures';
import { devices, endDevice, endOtherDevices } from './devices';
import { givingChoices } from './grants/choices';
import { grantCodes } from './grants/list-codes';
import { grants } from './grants/list-grants';
import { makeGrantCode } from './grants/make-grant-code';
import { addOrganisation, changeOrganisation, organisations, saveOrganisationContact } from './grants/organisations';
import { revokeGrant } from './grants/revoke-grant';
import { useGrantCode } from './grants/use-grant-code';
import { voidGrantCode } from './grants/void-grant-code';
import { listFeedback, myFeedback } from './list-feedback';
import { bindPhone, me, updateSettings } from './me';
import { personas } from './personas';
import { securityLog } from './security-log';
import { sendFeedback } from './send-feedback';
import { signIn, signInAs, signInWithWechat, signOut } from './sign-in';
import { beginWebSignIn } from './web-sign-in/begin';
import { takeWebSession, webSignIn } from './web-sign-in/browser';
import { confirmWebSignIn, refuseWebSignIn, seeWebSignIn } from './web-sign-in/phone';

export const peopleProcedures: Procedures<typeof peopleContract> = {
  personas,
  signInAs,
  signInWithWechat,
  beginWebSignIn,
  webSignIn,
  takeWebSession,
  seeWebSignIn,
  confirmWebSignIn,
  refuseWebSignIn,
  devices,
  endDevice,
  endOtherDevices,
  signIn,
  signOut,
  me,
  bindPhone,
  updateSettings,
  contentChecks,
  decideName,
  decideText,
  changeContentWord,
  sendFeedback,
  myFeedback,
  listFeedback,
  answerFeedback,
  revealContact,
  securityLog,
  useGrantCode,
  makeGrantCode,
  grantCodes,
  voidGrantCode,
  grants,
  revokeGrant,
  givingChoices,
  organisations,
  addOrganisation,
  changeOrganisation,
  saveOrganisationContact,
};

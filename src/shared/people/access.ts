import type { Grant } from '../kernel/actor';
import { anyOf, anyone, cityOnly, defineAccess, holdsAnywhere, signedIn } from '../kernel/define-access';
import { cast, here, organisationHere } from '../kernel/sample-cast';
import {
  gives,
  type HeldGrant,
  type OrganisationSubject,
  ofAnyOrganisation,
  ofOrganisation,
  revokes,
  voids,
} from './grants/giving';

const looksOver = anyOf(gives, holdsAnywhere('auditor'));

export const peopleAccess = defineAccess<unknown>()('people', {
  personas: anyone,
  signInAs: anyone,
  signInWithWechat: anyone,
  beginWebSignIn: anyone,
  webSignIn: anyone,
  takeWebSession: anyone,
  seeWebSignIn: signedIn,
  confirmWebSignIn: signedIn,
  refuseWebSignIn: signedIn,
  devices: signedIn,
  endDevice: signedIn,
  endOtherDevices: signedIn,
  signIn: signedIn,
  signOut: signedIn,
  me: signedIn,
  bindPhone: signedIn,
  updateSettings: signedIn,
  contentChecks: cityOnly,
  decideName: cityOnly,
  decideText: cityOnly,
  changeContentWord: cityOnly,
  sendFeedback: signedIn,
  myFeedback: signedIn,
  listFeedback: anyOf(cityOnly, holdsAnywhere('auditor')),
  revealContact: cityOnly,
  answerFeedback: cityOnly,
  securityLog: holdsAnywhere('auditor'),
  useGrantCode: signedIn,
  makeGrantCode: gives,
  grantCodes: looksOver,
  grants: looksOver,
  givingChoices: looksOver,
  organisations: anyOf(cityOnly, holdsAnywhere('auditor'), ofAnyOrganisation),
  addOrganisation: cityOnly,
  changeOrganisation: cityOnly,
});

/** A clerk of the region, who was given it by the lead there; a code for the same. */
const sampleGrant: HeldGrant = {
  role: 'regionStaff',
  scope: { kind: 'region', regionId: here },
  personId: cast.staffHere,
  givenBy: cast.leadHere,
};

export const grantAccess = defineAccess<HeldGrant>(sampleGrant)('people', { revokeGrant: revokes });

export const codeAccess = defineAccess<Grant>(sampleGrant)('people', { voidGrantCode: voids });

export const organisationAccess = defineAccess<OrganisationSubject>({ organisationId: organisationHere })('people', {
  saveOrganisationContact: anyOf(ofOrganisation, cityOnly),
});

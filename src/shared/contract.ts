import { awardsContract } from './awards/contract';
import { benefitsContract } from './benefits/contract';
import { competitionContract } from './competition/contract';
import { entryContract } from './entry/contract';
import { financeContract } from './finance/contract';
import { incubationContract } from './incubation/contract';
import { lendingContract } from './lending/contract';
import { noticesContract } from './notices/contract';
import { oversightContract } from './oversight/contract';
import { peopleContract } from './people/contract';
import { policiesContract } from './policies/contract';
import { referralContract } from './referral/contract';
import { rightsContract } from './rights/contract';
import { screeningContract } from './screening/contract';
import { subsidiesContract } from './subsidies/contract';
import { trainingContract } from './training/contract';

/** Every call there is: `<area>/<procedure>` on the wire. */
export const contract = {
  people: peopleContract,
  competition: competitionContract,
  entry: entryContract,
  screening: screeningContract,
  awards: awardsContract,
  policies: policiesContract,
  finance: financeContract,
  benefits: benefitsContract,
  training: trainingContract,
  incubation: incubationContract,
  referral: referralContract,
  lending: lendingContract,
  subsidies: subsidiesContract,
  oversight: oversightContract,
  rights: rightsContract,
  notices: noticesContract,
};

export type Contract = typeof contract;

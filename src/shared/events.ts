import type { AwardsEvents } from './awards/events';
import type { BenefitsEvents } from './benefits/events';
import type { CompetitionEvents } from './competition/events';
import type { EntryEvents } from './entry/events';
import type { IncubationEvents } from './incubation/events';
import type { LendingEvents } from './lending/events';
import type { PeopleEvents } from './people/events';
import type { PoliciesEvents } from './policies/events';
import type { ReferralEvents } from './referral/events';
import type { RightsEvents } from './rights/events';
import type { ScreeningEvents } from './screening/events';
import type { TrainingEvents } from './training/events';

/** Everything that happens in the product: event → its facts, complete at its instant. Plain JSON, and nothing that is sealed. */
export interface Events
  extends PeopleEvents,
    CompetitionEvents,
    EntryEvents,
    ScreeningEvents,
    AwardsEvents,
    PoliciesEvents,
    BenefitsEvents,
    IncubationEvents,
    ReferralEvents,
    RightsEvents,
    TrainingEvents,
    LendingEvents {}

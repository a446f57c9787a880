import type { AwardsTables } from './awards';
import type { BenefitsTables } from './benefits';
import type { CompetitionTables } from './competition';
import type { EntryTables } from './entry';
import type { FilesTables } from './files';
import type { FinanceTables } from './finance';
import type { FormsTables } from './forms';
import type { IncubationTables } from './incubation';
import type { LendingTables } from './lending';
import type { NoticesTables } from './notices';
import type { OversightTables } from './oversight';
import type { PeopleTables } from './people';
import type { PlatformTables } from './platform';
import type { PoliciesTables } from './policies';
import type { ReferralTables } from './referral';
import type { RightsTables } from './rights';
import type { ScreeningTables } from './screening';
import type { SubjectTables } from './subjects';
import type { SubsidiesTables } from './subsidies';
import type { TellingTables } from './telling';
import type { TrainingTables } from './training';

/** Every table; a server test holds it against the migrated database. */
export interface Database
  extends PlatformTables,
    PeopleTables,
    CompetitionTables,
    SubjectTables,
    FilesTables,
    FormsTables,
    EntryTables,
    AwardsTables,
    ScreeningTables,
    PoliciesTables,
    FinanceTables,
    BenefitsTables,
    TrainingTables,
    IncubationTables,
    ReferralTables,
    LendingTables,
    SubsidiesTables,
    OversightTables,
    RightsTables,
    NoticesTables,
    TellingTables {}

export { at, json } from './columns';

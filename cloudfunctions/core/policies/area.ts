import { applicantAccess, policiesAccess } from '@shared/policies/access';
import type { policiesContract } from '@shared/policies/contract';
import { policiesNotices } from '@shared/policies/notices';
import type { Area } from '../rpc/area';
import { drawAwards } from './facts/draw-awards';
import { changesFacts, drawEntries, noteEntries } from './facts/draw-entries';
import { policiesPersonal } from './personal';
import { policiesProcedures } from './procedures';
import { policiesAudiences } from './push/audiences';

export const policiesArea: Area<'policies', typeof policiesContract> = {
  name: 'policies',
  access: { ...policiesAccess.table, ...applicantAccess.table },
  procedures: policiesProcedures,
  notices: policiesNotices,
  audiences: policiesAudiences,
  listens: changesFacts.map((event) => ({ event, hear: noteEntries })),
  jobs: [
    { name: 'drawEntries', run: drawEntries },
    { name: 'drawAwards', run: drawAwards },
  ],
  personal: policiesPersonal,
  tables: ['policy_version', 'person_fact', 'person_facts', 'fact_draw', 'award_drawn', 'policy_seen'],
  // Which awards changed, and who led their entries, is one statement.
  reads: { entry: ['entry'], awards: ['award'] },
};

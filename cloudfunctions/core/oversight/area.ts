import { oversightAccess } from '@shared/oversight/access';
import type { oversightContract } from '@shared/oversight/contract';
import type { Area } from '../line/area';
import { auditChecks, checkAskedAudit, checkAudit } from './audit-checks';
import { chain } from './chain';
import { myOpenings } from './my-openings';
import { openings } from './openings';
import { oversightPersonal } from './personal';

/** What the supervisor looks into, and what everybody sees of what was opened of theirs. */
export const oversightArea: Area<'oversight', typeof oversightContract> = {
  name: 'oversight',
  access: oversightAccess.table,
  procedures: { openings, myOpenings, chain, auditChecks, checkAudit },
  jobs: [{ name: 'checkAskedAudit', run: checkAskedAudit }],
  personal: oversightPersonal,
  tables: ['audit_check'],
  reads: {
    platform: ['sealed_opening', 'audit'],
    files: ['file_opening', 'upload'],
    people: ['feedback'],
    entry: ['entry', 'entry_member'],
    awards: ['award_claim'],
    policies: ['person_fact'],
  },
};

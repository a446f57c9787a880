import { competitionAccess } from '@shared/competition/access';
import type { competitionContract } from '@shared/competition/contract';
import type { Area } from '../rpc/area';
import { competitionProcedures } from './procedures';
import { turnPhases } from './turn-phases';

export const competitionArea: Area<'competition', typeof competitionContract> = {
  name: 'competition',
  access: competitionAccess.table,
  procedures: competitionProcedures,
  jobs: [{ name: 'turnPhases', run: turnPhases }],
  tables: ['region', 'edition', 'track', 'contest', 'contest_track', 'phase'],
};

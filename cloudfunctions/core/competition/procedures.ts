import type { competitionContract } from '@shared/competition/contract';
import type { Procedures } from '../procedure';

export const competitionProcedures = {} as Procedures<typeof competitionContract>;

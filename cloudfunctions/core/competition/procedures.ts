import type { competitionContract } from '@shared/competition/contract';
import type { Procedures } from '../rpc/procedure';
import { contest, home } from './home';

export const competitionProcedures: Procedures<typeof competitionContract> = { home, contest };

import type { awardsContract } from '@shared/awards/contract';
import type { Procedures } from '../rpc/procedure';
import { pastWins } from './past-wins';
import { results } from './results';

export const awardsProcedures: Procedures<typeof awardsContract> = { pastWins, results };

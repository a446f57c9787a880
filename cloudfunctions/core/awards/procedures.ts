import type { awardsContract } from '@shared/awards/contract';
import type { Procedures } from '../rpc/procedure';
import { results } from './results';

export const awardsProcedures: Procedures<typeof awardsContract> = { results };

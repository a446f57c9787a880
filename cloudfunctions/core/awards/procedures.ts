import type { awardsContract } from '@shared/awards/contract';
import type { Procedures } from '../procedure';

export const awardsProcedures = {} as Procedures<typeof awardsContract>;

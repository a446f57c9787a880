import type { screeningContract } from '@shared/screening/contract';
import type { Procedures } from '../procedure';

export const screeningProcedures = {} as Procedures<typeof screeningContract>;

import type { policiesContract } from '@shared/policies/contract';
import type { Procedures } from '../procedure';

export const policiesProcedures = {} as Procedures<typeof policiesContract>;

import type { entryContract } from '@shared/entry/contract';
import type { Procedures } from '../procedure';

export const entryProcedures = {} as Procedures<typeof entryContract>;

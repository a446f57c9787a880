import type { peopleContract } from '@shared/people/contract';
import type { Procedures } from '../procedure';

export const peopleProcedures = {} as Procedures<typeof peopleContract>;

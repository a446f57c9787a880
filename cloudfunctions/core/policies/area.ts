import { policiesAccess } from '@shared/policies/access';
import type { policiesContract } from '@shared/policies/contract';
import type { Area } from '../rpc/area';
import { policiesProcedures } from './procedures';

export const policiesArea: Area<'policies', typeof policiesContract> = {
  name: 'policies',
  access: policiesAccess.table,
  procedures: policiesProcedures,
  tables: ['policy_version'],
};

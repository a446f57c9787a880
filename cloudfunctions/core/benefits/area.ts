import { benefitsAccess } from '@shared/benefits/access';
import type { benefitsContract } from '@shared/benefits/contract';
import type { Area } from '../rpc/area';
import { loanExample } from './loan/example';

export const benefitsArea: Area<'benefits', typeof benefitsContract> = {
  name: 'benefits',
  access: benefitsAccess.table,
  procedures: { loanExample },
  tables: [],
};

import { subsidiesAccess } from '@shared/subsidies/access';
import type { subsidiesContract } from '@shared/subsidies/contract';
import type { Area } from '../line/area';
import { handedIn } from './handed-in';
import { listed } from './listed';
import { subsidiesPersonal } from './personal';

export const subsidiesArea: Area<'subsidies', typeof subsidiesContract> = {
  name: 'subsidies',
  access: subsidiesAccess.table,
  procedures: { listed, handedIn },
  personal: subsidiesPersonal,
  tables: ['subsidy'],
  // The public list is one statement over what is on it, and who agreed to their name.
  reads: { benefits: ['application'], forms: ['consent'] },
};

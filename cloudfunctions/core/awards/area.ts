import { awardsAccess, pastWinsAccess } from '@shared/awards/access';
import type { awardsContract } from '@shared/awards/contract';
import type { Area } from '../rpc/area';
import { awardNoun } from './moves';
import { awardsPersonal } from './personal';
import { awardsProcedures } from './procedures';

export const awardsArea: Area<'awards', typeof awardsContract> = {
  name: 'awards',
  access: { ...awardsAccess.table, ...pastWinsAccess.table },
  procedures: awardsProcedures,
  nouns: [awardNoun],
  personal: awardsPersonal,
  tables: ['award'],
  // Results and totals are sums over the entries of an edition that is over; whoever won before is found by those entries.
  reads: { entry: ['entry', 'entry_search'] },
};

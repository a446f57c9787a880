import { noticesAccess } from '@shared/notices/access';
import type { noticesContract } from '@shared/notices/contract';
import type { Area } from '../rpc/area';
import { noticesProcedures } from './procedures';

export const noticesArea: Area<'notices', typeof noticesContract> = {
  name: 'notices',
  access: noticesAccess.table,
  procedures: noticesProcedures,
  tables: [],
};

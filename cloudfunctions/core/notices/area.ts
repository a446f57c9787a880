import { noticesAccess } from '@shared/notices/access';
import type { noticesContract } from '@shared/notices/contract';
import type { Area } from '../rpc/area';
import { audiences } from './audiences';
import { noticesProcedures } from './procedures';
import { tellEvents } from './tell';

export const noticesArea: Area<'notices', typeof noticesContract> = {
  name: 'notices',
  access: noticesAccess.table,
  procedures: noticesProcedures,
  tell: tellEvents,
  audiences,
  tables: [],
};

import type { noticesContract } from '@shared/notices/contract';
import type { Procedures } from '../rpc/procedure';
import { inbox, markAllRead, markRead } from './inbox';
import { landing } from './landing';
import { workbench } from './workbench';

export const noticesProcedures: Procedures<typeof noticesContract> = {
  landing,
  inbox,
  markRead,
  markAllRead,
  workbench,
};

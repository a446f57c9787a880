import type { noticesContract } from '@shared/notices/contract';
import type { Procedures } from '../procedure';

export const noticesProcedures = {} as Procedures<typeof noticesContract>;

import { formatDateZh } from '@shared/kernel/shanghai';

/** The last day of a term, in full. */
export const dueWords = (dueDate: string): string => `${formatDateZh(dueDate)}截止`;

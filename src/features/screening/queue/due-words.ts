import { formatDateZh } from '../../../client/day-words';

/** The last day of a term, in full. */
export const dueWords = (dueDate: string): string => `${formatDateZh(dueDate)}截止`;

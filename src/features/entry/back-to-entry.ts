import { goInstead } from '../../client/go';

/** Returns to the entry's task list: to the page beneath when it is that one, else in place of this page. */
export const backToEntry = (entryId: string): Promise<void> => goInstead('entry/entry', { entryId });

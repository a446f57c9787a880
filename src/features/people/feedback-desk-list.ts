import { api } from '../../client/api';
import { useList } from '../../client/cache/use-list';

export type Feedback = Awaited<ReturnType<typeof api.people.listFeedback>>['items'][number];

/** What people wrote, 20 at a time: the waiting ones by the day they fall due, or the answered ones. */
export const useFeedbackList = (answered: boolean) =>
  useList(['people', 'feedback', answered], (cursor) => api.people.listFeedback({ answered, cursor }));

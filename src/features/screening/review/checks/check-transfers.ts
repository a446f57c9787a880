import { api } from '../../../../client/api';
import { queryClient } from '../../../../client/cache/query-client';
import { Transfers } from '../../../../patterns/files/transfers';

/** Pictures of looks at lists on their way. */
export const checkTransfers = new Transfers({
  begin: ({ subjectId, ...announced }, key) =>
    api.screening.beginCheckPicture({ checkId: subjectId, ...announced }, { context: { key } }),
  finish: (sent, key) => api.screening.finishCheckPicture(sent, { context: { key } }),
  cancel: (uploadId, key) => api.screening.cancelCheckPicture({ uploadId }, { context: { key } }),
  arrived: () => queryClient.invalidateQueries({ queryKey: ['screening', 'review'] }),
});

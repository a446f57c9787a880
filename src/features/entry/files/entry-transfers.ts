import { api } from '../../../client/api';
import { queryClient } from '../../../client/cache/query-client';
import { Transfers } from '../../../patterns/files/transfers';

/** The files of entries on their way. Held here and by nobody beside: no other package of the mini program imports it. */
export const entryTransfers = new Transfers({
  begin: ({ subjectId, ...announced }, key) =>
    api.entry.beginUpload({ entryId: subjectId, ...announced }, { context: { key } }),
  finish: (sent, key) => api.entry.finishUpload(sent, { context: { key } }),
  cancel: (uploadId, key) => api.entry.cancelUpload({ uploadId }, { context: { key } }),
  arrived: () => queryClient.invalidateQueries({ queryKey: ['entry'] }),
});

import { api } from '../../../client/api';
import { queryClient } from '../../../client/cache/query-client';
import { Transfers } from '../../../patterns/files/transfers';

/** The files of applications on their way. Held here and by nobody beside: no other package of the mini program imports it. */
export const applicationTransfers = new Transfers({
  begin: ({ subjectId, ...announced }, key) =>
    api.benefits.beginUpload({ applicationId: subjectId, ...announced }, { context: { key } }),
  finish: (sent, key) => api.benefits.finishUpload(sent, { context: { key } }),
  cancel: (uploadId, key) => api.benefits.cancelUpload({ uploadId }, { context: { key } }),
  arrived: () => queryClient.invalidateQueries({ queryKey: ['benefits'] }),
});

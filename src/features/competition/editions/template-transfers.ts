import { api } from '../../../client/api';
import { queryClient } from '../../../client/cache/query-client';
import { Transfers } from '../../../patterns/files/transfers';

/** The template files of editions on their way. Held here and by nobody beside: no other package of the mini program imports it. */
export const templateTransfers = new Transfers({
  begin: ({ subjectId, ...announced }, key) =>
    api.competition.beginTemplateFile({ editionId: subjectId, ...announced }, { context: { key } }),
  finish: (sent, key) => api.competition.finishTemplateFile(sent, { context: { key } }),
  cancel: (uploadId, key) => api.competition.cancelTemplateFile({ uploadId }, { context: { key } }),
  arrived: () => queryClient.invalidateQueries({ queryKey: ['competition', 'templateFiles'] }),
});

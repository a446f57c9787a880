import { factSlots } from '@shared/policies/fact-files';
import { api } from '../../../client/api';
import { queryClient } from '../../../client/cache/query-client';
import { Transfers } from '../../../patterns/files/transfers';

/** The one slot that a checked fact has. */
export const [factSlot] = factSlots;

/** Files by which facts were checked on their way. */
export const factTransfers = new Transfers({
  begin: ({ subjectId, ...announced }, key) =>
    api.policies.beginFactFile({ factId: subjectId, ...announced }, { context: { key } }),
  finish: (sent, key) => api.policies.finishFactFile(sent, { context: { key } }),
  cancel: (uploadId, key) => api.policies.cancelFactFile({ uploadId }, { context: { key } }),
  arrived: () => queryClient.invalidateQueries({ queryKey: ['policies', 'factsOf'] }),
});

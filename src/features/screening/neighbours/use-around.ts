import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../client/api';
import { useAsk } from '../../../client/cache/use-ask';
import type { QueueFilter } from '../queue/queue-link';

type Around = Awaited<ReturnType<typeof api.screening.neighbours>>;

/** Who stands before and behind an entry in the queue that one came from. Where it stood is kept, for a decision takes it out of the queue. */
export function useAround(filter: QueueFilter, entryId: string) {
  const cache = useQueryClient();
  const key = ['screening', 'neighbours', filter, entryId];
  return useAsk(key, async () => {
    const place = cache.getQueryData<Around>(key)?.place ?? null;
    const around = await api.screening.neighbours({ filter, entryId, place });
    return { ...around, place: place ?? around.place };
  });
}

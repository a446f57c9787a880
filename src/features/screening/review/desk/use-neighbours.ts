import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../client/api';
import { useAsk } from '../../../../client/cache/use-ask';
import { goInstead } from '../../../../client/go';
import { toast } from '../../../../ui/sheets/toast';
import { useAround } from '../../neighbours/use-around';
import { type QueueFilter, queueParams } from '../../queue/queue-link';

/** What waits beside this entry, in the order of the queue. Asked for where there is room to show it. */
export function useNeighbours(entryId: string, filter: QueueFilter, wide: boolean) {
  const cache = useQueryClient();
  const { data } = useAsk(['screening', 'beside', filter], () => api.screening.queue({ filter, cursor: null }), wide);
  const rows = data?.items ?? [];
  const at = rows.findIndex((row) => row.entryId === entryId);
  const next = useAround(filter, entryId).data?.next ?? null;
  const open = (id: string) => {
    if (id === entryId) return undefined;
    void cache.invalidateQueries({ queryKey: ['screening', 'beside'], refetchType: 'none' });
    return goInstead('staff/review', { entryId: id, ...queueParams(filter) });
  };
  return {
    rows,
    entryId,
    /** `第 2 个，共 13 个`; null when it does not stand in the first page of the queue. */
    placeZh: at < 0 || !data ? null : `第 ${at + 1} 个，共 ${data.total.count}${data.total.more ? ' 个以上' : ' 个'}`,
    next,
    open,
    goNext: () => (next === null ? toast('后面没有待办的项目') : open(next)),
  };
}

export type Neighbours = ReturnType<typeof useNeighbours>;

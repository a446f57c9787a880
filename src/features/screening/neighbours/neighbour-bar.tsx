import { View } from '@tarojs/components';
import { goInstead } from '../../../client/go';
import { Button } from '../../../ui/button';
import { type QueueFilter, queueParams } from '../queue/queue-link';
import { useAround } from './use-around';

/** The way to the entries before and behind in the queue as it is filtered; a page takes this one's place, so that going back leads to the queue. */
export function NeighbourBar({ filter, entryId }: { filter: QueueFilter; entryId: string }) {
  const { data } = useAround(filter, entryId);
  const to = (id: string | null | undefined) =>
    id && goInstead('staff/review', { entryId: id, ...queueParams(filter) });
  return (
    <View className="xh-neighbours">
      <Button id="previous-entry" kind="text" disabled={!data?.previous} onTap={() => to(data?.previous)}>
        上一个
      </Button>
      <Button id="next-entry" kind="text" disabled={!data?.next} onTap={() => to(data?.next)}>
        下一个
      </Button>
    </View>
  );
}

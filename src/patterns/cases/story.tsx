import type { timelineItem } from '@shared/cases/contract';
import { momentZh } from '@shared/kernel/moment-words';
import { Card } from '../../ui/card';
import { Timeline } from '../../ui/lists/timeline';

type Item = (typeof timelineItem)['_zod']['output'];

/** Everything that happened to a case, as the server told it to this reader; the newest first. */
export const Story = ({ items }: { items: readonly Item[] }) =>
  items.length === 0 ? null : (
    <Card id="timeline" title="办理过程">
      <Timeline
        items={[...items]
          .reverse()
          .map(({ zh, at, byZh, reason }) => ({ zh, at: momentZh(at), by: byZh, reason: reason ?? undefined }))}
      />
    </Card>
  );

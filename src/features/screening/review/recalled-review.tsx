import { Card } from '../../../ui/card';
import { KeyValue } from '../../../ui/lists/key-value';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Tag } from '../../../ui/tag';
import { NeighbourBar } from '../neighbours/neighbour-bar';
import type { QueueFilter } from '../queue/queue-link';
import type { Review } from './marks/mark-keeper';

/** An entry that its leader took back: which it is, where it stands, how to reach the leader, and nothing of what was in it. */
interface Props {
  review: Review;
  contact: NonNullable<Review['contact']>;
  /** The queue that one came from. */
  filter: QueueFilter;
}

export function RecalledReview({ review, contact, filter }: Props) {
  return (
    <Page>
      <Card id="review-head" title={review.title} level={1} aside={<Tag tone={review.tone}>{review.stateZh}</Tag>}>
        <KeyValue
          items={[
            { label: '报名编号', value: review.reference ?? '未编号' },
            { label: '县（市、区）', value: review.regionZh },
            { label: '负责人', value: contact.nameZh },
            { label: '手机号', value: contact.phoneMasked },
          ]}
        />
      </Card>
      <NeighbourBar filter={filter} entryId={review.entryId} />
      <Notice tone="info" title="负责人已撤回修改">
        重新提交后，可以在这里查看内容和办理。
      </Notice>
    </Page>
  );
}

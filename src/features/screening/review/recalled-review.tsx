import { Card } from '../../../ui/card';
import { KeyValue } from '../../../ui/lists/key-value';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Tag } from '../../../ui/tag';
import type { Review } from './marks/mark-keeper';

/** An entry that its leader took back: which it is, where it stands, how to reach the leader, and nothing of what was in it. */
export function RecalledReview({ review, contact }: { review: Review; contact: NonNullable<Review['contact']> }) {
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
      <Notice tone="info" title="负责人已撤回修改">
        重新提交后，可以在这里查看内容和办理。
      </Notice>
    </Page>
  );
}

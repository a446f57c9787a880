import { shanghaiDate } from '@shared/kernel/shanghai';
import { Card } from '../../ui/card';
import { KeyValue } from '../../ui/key-value';
import { Tag } from '../../ui/tag';
import { clockWords, dueWords } from './clock-words';
import type { Review } from './mark-keeper';
import { momentWords } from './moment-words';

const holderWords = ({ claimedByZh, claimedByMe, claimedAt }: Review): string => {
  if (claimedByZh === null) return '尚未受理';
  const since = claimedAt === null ? '' : `，${momentWords(claimedAt)}受理`;
  return claimedByMe ? `我${since}` : `${claimedByZh}${since}`;
};

/** Which entry this is, where it stands, whose turn it is and until when. */
export function ReviewHead({ review }: { review: Review }) {
  const clock = clockWords(review, shanghaiDate(Date.now()));
  return (
    <Card id="review-head" title={review.title} aside={<Tag tone={review.tone}>{review.stateZh}</Tag>}>
      <KeyValue
        items={[
          { label: '编号', value: review.reference },
          { label: '县（市、区）', value: review.regionZh },
          { label: '赛道和组别', value: `${review.trackZh} · ${review.groupZh}` },
          { label: '审核轮次', value: `第 ${review.round} 次` },
          {
            label: '时限',
            value:
              clock === null || review.dueDate === null ? (
                '无'
              ) : (
                <>
                  <Tag tone={clock.tone}>{clock.words}</Tag> {dueWords(review.dueDate)}
                </>
              ),
          },
          { label: '受理人', value: holderWords(review) },
        ]}
      />
    </Card>
  );
}

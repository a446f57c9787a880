import { View } from '@tarojs/components';
import { recentZh } from '../../../client/day-words';
import { Card } from '../../../ui/card';
import { Tag } from '../../../ui/tag';
import type { Review } from './marks/mark-keeper';
import { ReviewTerm } from './review-term';

/** Who has it, and since when; '' where nobody is to. */
export const holderWords = ({ waits, claimedByZh, claimedByMe, claimedAt }: Review): string => {
  if (claimedByZh === null) return waits === 'staff' ? '待受理' : '';
  return `${claimedByMe ? '我' : claimedByZh}已受理${claimedAt === null ? '' : `（${recentZh(claimedAt)}）`}`;
};

/** Who filled it in at the counter, and what was signed on paper. */
export const helpedWords = ({ byZh, signedBy, signedOn }: NonNullable<Review['helped']>): string =>
  `由工作人员代填（${byZh}），本人已确认${signedBy === null ? '' : `；${signedBy} ${signedOn ?? ''} 签了纸质授权书`}`;

/** What waits for somebody's eye before the public reads it; the city decides, the review goes on. */
export const unjudgedWords = (unjudged: readonly string[]): string =>
  `待核：${unjudged.join('、')}。用词由市级统筹人员核对，核对前不对外公开，不影响审核`;

/** Which entry this is, where it stands, whose turn it is and until when. */
export function ReviewHead({ review }: { review: Review }) {
  const { title, reference, regionZh, trackZh, groupZh, round } = review;
  return (
    <Card id="review-head" title={title} level={1} aside={<Tag tone={review.tone}>{review.stateZh}</Tag>}>
      <View className="xh-number">{reference ?? '未编号'}</View>
      <View>
        {regionZh} · {trackZh} · {groupZh}
      </View>
      <View className="xh-queue-row-state">
        {round > 1 && review.state !== 'returned' ? <Tag>第 {round} 次审核</Tag> : null}
      </View>
      <ReviewTerm review={review} />
      <View id="review-holder" className="xh-row-detail">
        {holderWords(review)}
      </View>
      {review.unjudged.length === 0 ? null : (
        <View id="review-unjudged" className="xh-row-detail">
          {unjudgedWords(review.unjudged)}
        </View>
      )}
      {review.helped === null ? null : (
        <View id="review-helped" className="xh-row-detail">
          {helpedWords(review.helped)}
        </View>
      )}
    </Card>
  );
}

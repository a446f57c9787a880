import { View } from '@tarojs/components';
import { CopyButton } from '../../../../patterns/copy-button';
import { Button } from '../../../../ui/button';
import { spoken } from '../../../../ui/spoken';
import { Tag } from '../../../../ui/tag';
import { NeighbourBar } from '../../neighbours/neighbour-bar';
import { backToQueue } from '../../queue/back-to-queue';
import type { QueueFilter } from '../../queue/queue-link';
import type { Review } from '../marks/mark-keeper';
import { helpedWords, holderWords, unjudgedWords } from '../review-head';
import { ReviewTerm } from '../review-term';
import type { Neighbours } from './use-neighbours';

const leaderOf = ({ sections }: Review): string =>
  sections.find(({ section }) => section === 'leader')?.lines.find(({ field }) => field === 'name')?.value ?? '';

interface Props {
  review: Review;
  /** The queue that one came from. */
  filter: QueueFilter;
  neighbours: Neighbours;
}

/** One line over all panes: which entry, whose, where it stands, until when, and its place among those that wait. */
export function DeskHead({ review, filter, neighbours }: Props) {
  const { title, reference, regionZh, trackZh, groupZh, round } = review;
  const leader = leaderOf(review);
  return (
    <View className="xh-desk-head">
      <Button id="desk-back" kind="text" onTap={backToQueue}>
        返回
      </Button>
      <View className="xh-desk-name">
        <View className="xh-desk-name-title" {...spoken({ role: 'heading', level: 1 })}>
          {title}
        </View>
        <View className="xh-desk-about">
          <View className="xh-number">{reference ?? '未编号'}</View>
          {reference === null ? null : <CopyButton id="copy-reference" what="编号" words={reference} />}
          {leader === '' ? null : <View>负责人 {leader}</View>}
          <View>
            {regionZh} · {trackZh} · {groupZh}
          </View>
          <View id="review-holder">{holderWords(review)}</View>
          {review.unjudged.length === 0 ? null : <View id="review-unjudged">{unjudgedWords(review.unjudged)}</View>}
          {review.helped === null ? null : <View id="review-helped">{helpedWords(review.helped)}</View>}
        </View>
      </View>
      <View className="xh-desk-clock">
        <View className="xh-desk-signs">
          {round > 1 && review.state !== 'returned' ? <Tag>第 {round} 次审核</Tag> : null}
          <Tag tone={review.tone}>{review.stateZh}</Tag>
        </View>
        <ReviewTerm review={review} />
        <View className="xh-desk-place">
          <View className="xh-row-detail">{neighbours.placeZh ?? ''}</View>
          <NeighbourBar filter={filter} entryId={review.entryId} />
        </View>
      </View>
    </View>
  );
}

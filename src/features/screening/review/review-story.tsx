import { momentZh } from '@shared/kernel/moment-words';
import { View } from '@tarojs/components';
import { dayEndZh } from '../../../client/day-words';
import { Story } from '../../../patterns/cases/story';
import { Card } from '../../../ui/card';
import { Tag } from '../../../ui/tag';
import { DecisionRecords } from './decision/decision-records';
import type { Review } from './marks/mark-keeper';

/** The notices sent so far, the newest first, and everything that happened to the entry. */
export function ReviewStory({ review }: { review: Review }) {
  return (
    <>
      {[...review.notices].reverse().map(({ n, sentAt, byZh, dueDate, message, recalled, faults }) => (
        <Card
          key={n}
          id={`notice-${n}`}
          title={`补正告知书（第 ${n} 次）`}
          aside={recalled ? <Tag tone="warn">已收回</Tag> : null}
        >
          <View className="xh-row-detail">
            {momentZh(sentAt)} · {byZh} · 补正期限：{dayEndZh(dueDate)} 截止
          </View>
          {faults.map(({ sectionZh, text }) => (
            <View key={`${sectionZh} ${text}`} className="xh-fault xh-prose">
              {sectionZh}：{text}
            </View>
          ))}
          {message === '' ? null : <View className="xh-words">审核人员附言：{message}</View>}
        </Card>
      ))}
      <DecisionRecords decisions={review.decisions} />
      <Story items={review.timeline} />
    </>
  );
}

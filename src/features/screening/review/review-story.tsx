import { dayEndZh, momentZh } from '@shared/kernel/moment-words';
import { View } from '@tarojs/components';
import { Card } from '../../../ui/card';
import { Timeline } from '../../../ui/lists/timeline';
import type { Review } from './marks/mark-keeper';

/** The notices sent so far, the newest first, and everything that happened to the entry. */
export function ReviewStory({ review }: { review: Review }) {
  return (
    <>
      {[...review.notices].reverse().map(({ n, sentAt, byZh, dueDate, message, faults }) => (
        <Card key={n} id={`notice-${n}`} title={`补正告知书（第 ${n} 次）`}>
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
      <Card id="timeline" title="办理过程">
        <Timeline
          items={[...review.timeline]
            .sort((a, b) => (a.at < b.at ? 1 : -1))
            .map(({ zh, at, byZh, reason }) => ({ zh, at: momentZh(at), by: byZh, reason: reason ?? undefined }))}
        />
      </Card>
    </>
  );
}

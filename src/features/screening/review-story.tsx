import { momentZh } from '@shared/kernel/moment-words';
import { View } from '@tarojs/components';
import { Card } from '../../ui/card';
import { Timeline } from '../../ui/timeline';
import { dueWords } from './due-words';
import type { Review } from './mark-keeper';

/** The notices sent so far, the newest first, and everything that happened to the entry. */
export function ReviewStory({ review }: { review: Review }) {
  return (
    <>
      {[...review.notices].reverse().map(({ n, sentAt, byZh, dueDate, message, faults }) => (
        <Card key={n} id={`notice-${n}`} title={`第 ${n} 次补正告知书`}>
          <View className="xh-row-detail">
            {momentZh(sentAt)} · {byZh} · 补正 {dueWords(dueDate)}
          </View>
          {faults.map(({ sectionZh, text }) => (
            <View key={`${sectionZh} ${text}`} className="xh-fault">
              {sectionZh}：{text}
            </View>
          ))}
          {message === '' ? null : <View className="xh-words">{message}</View>}
        </Card>
      ))}
      <Card id="timeline" title="办理经过">
        <Timeline
          items={[...review.timeline]
            .sort((a, b) => (a.at < b.at ? 1 : -1))
            .map(({ zh, at, byZh, reason }) => ({ zh, at: momentZh(at), by: byZh, reason: reason ?? undefined }))}
        />
      </Card>
    </>
  );
}

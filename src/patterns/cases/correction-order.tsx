import { dayEndZh, momentZh } from '@shared/kernel/moment-words';
import { termWords } from '@shared/kernel/term-words';
import { View } from '@tarojs/components';
import { go } from '../../client/go';
import type { EntryView } from '../../features/entry/entry-view';
import { routeOfSection } from '../../features/entry/form/route-of-section';
import { Card } from '../../ui/card';
import { ListRow } from '../../ui/lists/list-row';
import { LongText } from '../../ui/long-text';
import { Notice } from '../../ui/notice';
import { Tag } from '../../ui/tag';

/** The one-time notice: everything that staff found, at once, with the last day and where to put it right. */
export function FaultNotice({ entry }: { entry: EntryView }) {
  const { notice, entryId } = entry;
  const words = termWords(entry);
  if (!notice) return null;
  return (
    <Card id="notice" title="需要补正" aside={words === null ? null : <Tag tone="warn">{words}</Tag>}>
      <Notice tone="warn" title={`请在${dayEndZh(notice.dueDate)} 前补正并重新提交`}>
        {`${notice.faults.length} 处问题已一次性列出，改好后提交即可。逾期未重新提交的，本次报名失效。`}
      </Notice>
      {notice.faults.map(({ section, sectionZh, text }, i) => (
        <ListRow
          key={`${section} ${text}`}
          id={`fault-${i}`}
          title={<View className="xh-prose">{text}</View>}
          detail={sectionZh}
          onTap={() => go(...routeOfSection(entryId, section, true))}
        />
      ))}
      {notice.message === '' ? null : <LongText>{`审核人员附言：${notice.message}`}</LongText>}
      <View className="xh-row-detail">{`${momentZh(notice.sentAt)}通知`}</View>
    </Card>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { type EntryView, entryKey } from '../entry-view';

/** What the city changed since the team was here last: the draft goes on under the new rules, and nothing typed is gone. */
export function RulesChanged({ entry: { entryId, rulesChanged, canEdit } }: { entry: EntryView }) {
  const cache = useQueryClient();
  const take = useChange(api.entry.takeRules, touches.nothing);
  if (rulesChanged.length === 0) return null;
  const read = async () => {
    const answer = await take.run({ entryId });
    if (answer) cache.setQueryData(entryKey(entryId), answer);
  };
  return (
    <Notice tone="warn" title="大赛规定有改动，本项目按新规定填写">
      {rulesChanged.map(({ partZh, reason, at }) => (
        <View key={`${partZh}-${at}`}>{`“${partZh}”：${reason}`}</View>
      ))}
      <View>已经填写的内容和上传的文件都还在，请看看有没有要补的。</View>
      {canEdit ? (
        <Button id="take-rules" kind="text" busy={take.busy} onTap={read}>
          知道了
        </Button>
      ) : null}
    </Notice>
  );
}

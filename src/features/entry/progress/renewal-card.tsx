import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { go } from '../../../client/go';
import { useOpenFile } from '../../../patterns/files/use-open-file';
import { Versions } from '../../../patterns/files/versions';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { KeyValue } from '../../../ui/lists/key-value';
import { Notice } from '../../../ui/notice';
import { Deadline } from '../form/closing';
import { useClosing } from '../form/use-closing';

type Renewal = Awaited<ReturnType<typeof api.entry.status>>['renewals'][number];

/** What one pitches with: until when it may be replaced, which version counts, and the way to send another. */
export function RenewalCard({ entryId, renewal }: { entryId: string; renewal: Renewal }) {
  const { slot, zh, locksAt, closed, versions } = renewal;
  const { open, refusal } = useOpenFile(api.entry.openMaterial);
  const shut = useClosing(locksAt) === 'over' || closed !== null;
  return (
    <Card id={`renewal-${slot}`} title="路演材料">
      <KeyValue
        items={[
          { label: '更换', value: locksAt === null ? '路演时间待定，路演前锁定' : <Deadline at={locksAt} /> },
          { label: '材料', value: zh },
        ]}
      />
      {versions.length === 0 ? <View className="xh-row-detail">还没有传</View> : null}
      <Versions slot={slot} versions={versions} newestZh="路演用" onOpen={({ uploadId }) => open(uploadId)} />
      {refusal === null ? null : <Notice tone="error">{refusal}</Notice>}
      {closed === null || versions.length === 0 ? null : <View className="xh-row-detail">{closed}</View>}
      {shut ? null : (
        <Button id={`renew-${slot}`} kind="secondary" onTap={() => go('entry/materials', { entryId })}>
          {versions.length === 0 ? '上传路演材料' : '更新路演材料'}
        </Button>
      )}
    </Card>
  );
}

import { View } from '@tarojs/components';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Progress } from '../../ui/progress';
import { sizeZh } from './size-zh';
import type { Transfer, Transfers } from './transfers';

/** A file on its way into a slot: how far it is, or why it did not arrive. */
export function OnItsWay({ transfer, transfers }: { transfer: Transfer; transfers: Transfers }) {
  const { subjectId, slot, file, state, percent, reason } = transfer;
  if (state === 'failed' || state === 'refused') {
    return (
      <Notice tone="error" title={state === 'failed' ? '没有传完' : '未通过'}>
        <View id={`refusal-${slot}`}>{`${file.name}：${reason ?? ''}`}</View>
        {state === 'failed' ? (
          <View className="xh-file-acts">
            <Button id={`retry-${slot}`} kind="text" onTap={() => void transfers.retry(subjectId, slot)}>
              重试
            </Button>
            <Button id={`cancel-${slot}`} kind="text" onTap={() => transfers.cancel(subjectId, slot)}>
              取消
            </Button>
          </View>
        ) : null}
      </Notice>
    );
  }
  return (
    <View id={`transfer-${slot}`} className="xh-transfer">
      <Progress
        label={`${state === 'checking' ? '检查中' : '传输中'}：${file.name}（${sizeZh(file.size)}）`}
        value={percent}
        max={100}
        words={`${percent}%`}
      />
      {state === 'sending' ? (
        <Button id={`cancel-${slot}`} kind="text" onTap={() => transfers.cancel(subjectId, slot)}>
          取消上传
        </Button>
      ) : null}
    </View>
  );
}

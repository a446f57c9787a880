import { momentZh } from '@shared/kernel/moment-words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '../../client/failure';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { confirmDanger } from '../../ui/confirm';
import { Notice } from '../../ui/notice';
import { Progress } from '../../ui/progress';
import { spoken } from '../../ui/spoken';
import { Tag } from '../../ui/tag';
import { chooseFile } from './choose-file';
import type { Material } from './entry-view';
import { sizeZh } from './size-zh';
import { filesOf, type Slot, type SlotNeed } from './slot-needs';
import { beginTransfer, cancelTransfer, retryTransfer, type Transfer } from './transfers';

interface Props {
  entryId: string;
  slot: Slot;
  need: SlotNeed;
  materials: readonly Material[];
  transfer: Transfer | undefined;
  editable: boolean;
  onOpen: (uploadId: string) => Promise<unknown>;
  onRemove: (uploadId: string) => Promise<unknown>;
  /** Gives up a transfer that no page of ours is making. */
  onGiveUp: (uploadId: string) => Promise<unknown>;
}

/** One kind of document: what is asked, what stands there, what is on its way. */
export function SlotCard({ entryId, slot, need, materials, transfer, editable, onOpen, onRemove, onGiveUp }: Props) {
  const { current, sending, checking, refused, older } = filesOf(slot.code, materials);
  const [showsOlder, setShowsOlder] = useState(false);
  const [unchosen, setUnchosen] = useState<string | null>(null);
  const pick = async () => {
    setUnchosen(null);
    try {
      const file = await chooseFile(slot.kinds);
      // The transfer runs by itself; the button is free again, so that several can run at once.
      if (file) void beginTransfer(entryId, slot.code, file);
    } catch (error) {
      setUnchosen(sentenceOf(error));
    }
  };
  const remove = async ({ uploadId, name }: Material) => {
    const body = `将删除“${name}”。${need.needed ? '这一项必传，提交前须重新上传。' : ''}`;
    if (await confirmDanger({ title: '删除文件', body, confirm: '删除' })) await onRemove(uploadId);
  };
  const again = current !== null || refused !== null || transfer?.state === 'refused';
  return (
    <Card
      id={`slot-${slot.code}`}
      title={slot.zh}
      aside={<Tag tone={need.needed && !current ? 'warn' : 'neutral'}>{need.needed ? '必传' : '可不传'}</Tag>}
    >
      <View className="xh-slot-hint">{`${slot.hintZh}；${need.why}`}</View>
      <View className="xh-unseen" {...spoken({ role: 'status' })}>
        {sayingOf(transfer, checking, current)}
      </View>
      {transfer ? <OnItsWay transfer={transfer} /> : null}
      {!transfer && sending ? (
        <Notice tone="warn" title="没有传完">
          <View>{`${sending.name} 上次没有传完，请重新选择文件，或者取消。`}</View>
          {editable ? (
            <Button id={`cancel-${slot.code}`} kind="text" onTap={() => onGiveUp(sending.uploadId)}>
              取消
            </Button>
          ) : null}
        </Notice>
      ) : null}
      {!transfer && checking ? (
        <View className="xh-file-line">
          <Tag tone="info">检查中</Tag>
          <View>{checking.name}</View>
        </View>
      ) : null}
      {!transfer && refused ? (
        <Notice tone="error" title="未通过">
          <View id={`refusal-${slot.code}`}>{`${refused.name}：${refused.refusal ?? '文件不能使用，请换一个'}`}</View>
        </Notice>
      ) : null}
      {current ? (
        <View className="xh-file-line">
          <View className="xh-row-text">
            <View>{current.name}</View>
            <View className="xh-row-detail">
              {`${sizeZh(current.size)} · 第 ${current.version} 版 · ${momentZh(current.uploadedAt)}`}
            </View>
          </View>
          <View id={`state-${slot.code}`}>
            <Tag tone="pass">已收到</Tag>
          </View>
        </View>
      ) : null}
      <View className="xh-file-acts">
        {current ? (
          <Button id={`open-${slot.code}`} kind="text" label={`打开${slot.zh}`} onTap={() => onOpen(current.uploadId)}>
            打开
          </Button>
        ) : null}
        {current && editable ? (
          <Button id={`remove-${slot.code}`} kind="text" label={`删除${slot.zh}`} onTap={() => remove(current)}>
            删除
          </Button>
        ) : null}
        {older.length > 0 ? (
          <Button id={`older-${slot.code}`} kind="text" onTap={() => setShowsOlder(!showsOlder)}>
            {showsOlder ? '收起旧版本' : `旧版本 ${older.length} 个`}
          </Button>
        ) : null}
      </View>
      {showsOlder
        ? older.map((each) => (
            <View key={each.uploadId} className="xh-file-line">
              <View className="xh-row-text">
                <View>{each.name}</View>
                <View className="xh-row-detail">
                  {`第 ${each.version} 版 · ${sizeZh(each.size)}${each.frozenIn === null ? '' : ` · 第 ${each.frozenIn} 次提交`}`}
                </View>
              </View>
              <Button
                id={`open-${each.uploadId}`}
                kind="text"
                label={`打开第 ${each.version} 版`}
                onTap={() => onOpen(each.uploadId)}
              >
                打开
              </Button>
            </View>
          ))
        : null}
      {unchosen === null ? null : (
        <View id={`unchosen-${slot.code}`}>
          <Notice tone="warn">{unchosen}</Notice>
        </View>
      )}
      {editable && transfer?.state !== 'sending' && transfer?.state !== 'checking' ? (
        <Button
          id={`pick-${slot.code}`}
          kind="secondary"
          label={`${again ? '换一个文件' : '选择文件'}：${slot.zh}`}
          onTap={pick}
        >
          {again ? '换一个文件' : '选择文件'}
        </Button>
      ) : null}
    </Card>
  );
}

/** How far a file is, in words that change only when something has happened; what went wrong is a notice of its own. */
function sayingOf(transfer: Transfer | undefined, checking: Material | null, current: Material | null): string {
  if (transfer?.state === 'sending') return `正在上传${transfer.file.name}`;
  if (transfer?.state === 'checking') return `正在检查${transfer.file.name}`;
  if (transfer) return '';
  if (checking) return `正在检查${checking.name}`;
  return current ? `已收到${current.name}` : '';
}

function OnItsWay({ transfer }: { transfer: Transfer }) {
  const { entryId, slot, file, state, percent, reason } = transfer;
  if (state === 'failed' || state === 'refused') {
    return (
      <Notice tone="error" title={state === 'failed' ? '没有传完' : '未通过'}>
        <View id={`refusal-${slot}`}>{`${file.name}：${reason ?? ''}`}</View>
        {state === 'failed' ? (
          <View className="xh-file-acts">
            <Button id={`retry-${slot}`} kind="text" onTap={() => void retryTransfer(entryId, slot)}>
              重试
            </Button>
            <Button id={`cancel-${slot}`} kind="text" onTap={() => cancelTransfer(entryId, slot)}>
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
        <Button id={`cancel-${slot}`} kind="text" onTap={() => cancelTransfer(entryId, slot)}>
          取消上传
        </Button>
      ) : null}
    </View>
  );
}

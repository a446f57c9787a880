import type { Slot } from '@shared/files/slot';
import { mostFiles, slotFullZh } from '@shared/files/slot-files';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { sentenceOf } from '../../client/transport/failure';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Notice } from '../../ui/notice';
import { confirmDanger } from '../../ui/sheets/confirm';
import { spoken } from '../../ui/spoken';
import { Tag } from '../../ui/tag';
import { chooseFile } from './choose-file';
import { filesOf, type Material, type SlotNeed } from './files-of-slot';
import { OlderFiles } from './older-files';
import { OnItsWay } from './on-its-way';
import { SlotFile } from './slot-file';
import type { Transfer, Transfers } from './transfers';
import { useTransfers } from './use-transfers';

interface Props {
  subjectId: string;
  slot: Slot;
  need: SlotNeed;
  materials: readonly Material[];
  /** The area's files on their way. */
  transfers: Transfers;
  editable: boolean;
  /** Null where this reader may not; then `shutZh` says who may. */
  onOpen: ((uploadId: string) => Promise<unknown>) | null;
  shutZh: string;
  /** Null where a file is replaced and never taken out. */
  onRemove: ((uploadId: string) => Promise<unknown>) | null;
  /** Gives up a transfer that no page of ours is making. */
  onGiveUp: (uploadId: string) => Promise<unknown>;
  /** What stands beside the button that chooses a file. */
  children?: ReactNode;
}

/** One kind of document: what is asked, which files stand there, what is on its way. */
export function SlotCard(props: Props) {
  const { subjectId, slot, need, materials, transfers, editable, onOpen, shutZh, onRemove, onGiveUp } = props;
  const { children } = props;
  const transfer = useTransfers(transfers).find((each) => each.subjectId === subjectId && each.slot === slot.code);
  const { current, sending, checking, refused, older } = filesOf(slot.code, materials);
  const [unchosen, setUnchosen] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const several = mostFiles(slot) > 1;
  const full = several && current.length + checking.length >= mostFiles(slot);
  const free = editable && need.asked && transfer?.state !== 'sending' && transfer?.state !== 'checking';
  const pick = async (replaces?: string) => {
    setUnchosen(null);
    setSaid(null);
    try {
      const chosen = await chooseFile(slot);
      if (chosen === null) return;
      setSaid(chosen.saidZh);
      // The transfer runs by itself; the button is free again, so that several can run at once.
      void transfers.begin(subjectId, slot.code, chosen.file, replaces);
    } catch (error) {
      setUnchosen(sentenceOf(error));
    }
  };
  const remove = async ({ uploadId, name }: Material) => {
    const last = current.length === 1 && need.needed;
    const body = `将删除“${name}”。${last ? '这一项必传，提交前须重新上传。' : ''}`;
    if (await confirmDanger({ title: '删除文件', body, confirm: '删除' })) await onRemove?.(uploadId);
  };
  const again = current.length > 0 || refused !== null || transfer?.state === 'refused';
  const pickZh = several && current.length > 0 ? '再加一个文件' : again ? '换一个文件' : '选择文件';
  return (
    <Card
      id={`slot-${slot.code}`}
      title={slot.zh}
      aside={
        <Tag tone={need.needed && current.length === 0 ? 'warn' : 'neutral'}>{need.needed ? '必传' : '可不传'}</Tag>
      }
    >
      <View className="xh-slot-hint">{`${slot.hintZh}；${need.why}`}</View>
      <View className="xh-unseen" {...spoken({ role: 'status' })}>
        {sayingOf(transfer, checking, current)}
      </View>
      {said === null ? null : (
        <View id={`said-${slot.code}`}>
          <Notice tone="info">{said}</Notice>
        </View>
      )}
      {transfer ? <OnItsWay transfer={transfer} transfers={transfers} /> : null}
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
      {transfer && !several
        ? null
        : checking.map(({ uploadId, name }) => (
            <View key={uploadId} className="xh-file-line">
              <Tag tone="info">检查中</Tag>
              <View>{name}</View>
            </View>
          ))}
      {!transfer && refused ? (
        <Notice tone="error" title="未通过">
          <View id={`refusal-${slot.code}`}>{`${refused.name}：${refused.refusal ?? '文件不能使用，请换一个'}`}</View>
        </Notice>
      ) : null}
      {current.map((file) => (
        <SlotFile
          key={file.uploadId}
          file={file}
          id={several ? file.uploadId : slot.code}
          spokenZh={several ? file.name : slot.zh}
          onOpen={onOpen}
          onReplace={several && free ? () => pick(file.uploadId) : null}
          onRemove={editable && onRemove !== null ? remove : null}
        />
      ))}
      {onOpen === null && current.length > 0 ? <View className="xh-slot-hint">{shutZh}</View> : null}
      <OlderFiles slot={slot.code} files={older} onOpen={onOpen} />
      {unchosen === null ? null : (
        <View id={`unchosen-${slot.code}`}>
          <Notice tone="warn">{unchosen}</Notice>
        </View>
      )}
      {free && full ? (
        <View id={`full-${slot.code}`} className="xh-slot-hint">
          {slotFullZh(slot)}
        </View>
      ) : null}
      {children}
      {free && !full ? (
        <Button id={`pick-${slot.code}`} kind="secondary" label={`${pickZh}：${slot.zh}`} onTap={() => pick()}>
          {pickZh}
        </Button>
      ) : null}
    </Card>
  );
}

/** How far a file is, in words that change only when something has happened; what went wrong is a notice of its own. */
function sayingOf(transfer: Transfer | undefined, checking: readonly Material[], current: readonly Material[]): string {
  if (transfer?.state === 'sending') return `正在上传${transfer.file.name}`;
  if (transfer?.state === 'checking') return `正在检查${transfer.file.name}`;
  if (transfer) return '';
  const names = (files: readonly Material[]) => files.map(({ name }) => name).join('、');
  if (checking.length > 0) return `正在检查${names(checking)}`;
  return current.length > 0 ? `已收到${names(current)}` : '';
}

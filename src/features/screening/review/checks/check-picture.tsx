import { checkSlots } from '@shared/screening/checks';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '../../../../client/transport/failure';
import { chooseFile } from '../../../../patterns/files/choose-file';
import { OnItsWay } from '../../../../patterns/files/on-its-way';
import { useTransfers } from '../../../../patterns/files/use-transfers';
import { Button } from '../../../../ui/button';
import { Notice } from '../../../../ui/notice';
import type { Review } from '../marks/mark-keeper';
import { checkTransfers } from './check-transfers';

const [slot] = checkSlots;

interface Props {
  look: Review['checks'][number]['looks'][number];
  /** Whether this reader may add the picture. */
  adds: boolean;
  onOpen: (uploadId: string) => Promise<void>;
}

/** The picture of what was found: to open, or to add while there is none. */
export function CheckPicture({ look: { id, picture }, adds, onOpen }: Props) {
  const transfer = useTransfers(checkTransfers).find(({ subjectId }) => subjectId === id);
  const [unchosen, setUnchosen] = useState<string | null>(null);
  const add = async () => {
    setUnchosen(null);
    try {
      const chosen = slot && (await chooseFile(slot));
      if (chosen) void checkTransfers.begin(id, slot.code, chosen.file);
    } catch (error) {
      setUnchosen(sentenceOf(error));
    }
  };
  if (transfer) return <OnItsWay transfer={transfer} transfers={checkTransfers} />;
  return (
    <View className="xh-check-picture">
      {picture?.state === 'checking' ? <View className="xh-row-detail">{`正在检查${picture.name}`}</View> : null}
      {picture?.state === 'refused' ? <Notice tone="warn">{`${picture.name}没有收下，请换一个`}</Notice> : null}
      {unchosen === null ? null : <Notice tone="warn">{unchosen}</Notice>}
      {picture?.state === 'accepted' ? (
        <Button
          id={`open-${picture.uploadId}`}
          kind="text"
          label={`查看截图${picture.name}`}
          onTap={() => onOpen(picture.uploadId)}
        >
          查看截图
        </Button>
      ) : adds && picture?.state !== 'checking' ? (
        <Button id={`picture-${id}`} kind="text" onTap={add}>
          加截图
        </Button>
      ) : null}
    </View>
  );
}

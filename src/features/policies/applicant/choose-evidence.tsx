import { View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '../../../client/transport/failure';
import type { PickedFile } from '../../../client/uploads/pick-file';
import { chooseFile } from '../../../patterns/files/choose-file';
import { sizeZh } from '../../../patterns/files/size-zh';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { factSlot } from './fact-transfers';

interface Props {
  file: PickedFile | null;
  onChange: (file: PickedFile | null) => void;
}

/** The file beside the words, chosen before the fact is written down and sent after it. */
export function ChooseEvidence({ file, onChange }: Props) {
  const [unchosen, setUnchosen] = useState<string | null>(null);
  const choose = async () => {
    setUnchosen(null);
    try {
      const chosen = await chooseFile(factSlot);
      if (chosen) onChange(chosen.file);
    } catch (error) {
      setUnchosen(sentenceOf(error));
    }
  };
  return (
    <View>
      <View className="xh-row-detail">{`${factSlot.zh}（选填）：${factSlot.hintZh}`}</View>
      {file === null ? null : <View id="check-file-name">{`${file.name}（${sizeZh(file.size)}），登记后上传`}</View>}
      {unchosen === null ? null : <Notice tone="warn">{unchosen}</Notice>}
      <View className="xh-file-acts">
        <Button id="check-file" kind="text" label={`选择${factSlot.zh}`} onTap={choose}>
          {file === null ? '选择文件' : '换一个文件'}
        </Button>
        {file === null ? null : (
          <Button id="check-file-off" kind="text" label={`不上传${file.name}`} onTap={() => onChange(null)}>
            不上传
          </Button>
        )}
      </View>
    </View>
  );
}

import type { keptVersion } from '@shared/files/contract';
import { momentZh } from '@shared/kernel/moment-words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { Tag } from '../../ui/tag';
import { sizeZh } from './size-zh';

type Version = (typeof keptVersion)['_zod']['output'];

interface Props {
  slot: string;
  /** The newest first. */
  versions: readonly Version[];
  /** What the newest is for. */
  newestZh: string;
  onOpen: (version: Version) => unknown;
}

/** So many signs tell one file from any other a person will compare it with. */
const shownOfHash = 16;

/** Every version of a slot's file: who sent it when, whether a submission froze it, and by what it is known again. The older ones are folded away. */
export function Versions({ slot, versions, newestZh, onOpen }: Props) {
  const [all, setAll] = useState(false);
  const shown = all ? versions : versions.slice(0, 1);
  return (
    <View id={`versions-${slot}`}>
      {shown.map((file) => (
        <View key={file.uploadId} className="xh-file-line">
          <View className="xh-row-text">
            <View>{file.name}</View>
            <View className="xh-row-detail">{`第 ${file.version} 版 · ${sizeZh(file.size)} · ${file.byZh} ${momentZh(file.uploadedAt)}`}</View>
            {file.sha256 === null ? null : (
              <View className="xh-row-detail">{`校验码 ${file.sha256.slice(0, shownOfHash)}`}</View>
            )}
            <View className="xh-file-signs">
              {file.frozenIn === null ? null : <Tag>{`第 ${file.frozenIn} 次提交`}</Tag>}
              {file.current ? <Tag tone="pass">{newestZh}</Tag> : null}
            </View>
          </View>
          <Button
            id={`open-${file.uploadId}`}
            kind="text"
            label={`打开${file.name}第 ${file.version} 版`}
            onTap={() => onOpen(file)}
          >
            打开
          </Button>
        </View>
      ))}
      {versions.length < 2 ? null : (
        <View className="xh-file-acts">
          <Button id={`all-${slot}`} kind="text" onTap={() => setAll(!all)}>
            {all ? '收起以前的版本' : `以前的版本 ${versions.length - 1} 个`}
          </Button>
        </View>
      )}
    </View>
  );
}

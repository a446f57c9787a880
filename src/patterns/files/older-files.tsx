import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/button';
import type { Material } from './files-of-slot';
import { sizeZh } from './size-zh';

interface Props {
  slot: string;
  files: readonly Material[];
  /** Null where this reader may not. */
  onOpen: ((uploadId: string) => Promise<unknown>) | null;
}

/** The versions that stood in a slot before, folded away. */
export function OlderFiles({ slot, files, onOpen }: Props) {
  const [shown, setShown] = useState(false);
  if (files.length === 0) return null;
  return (
    <View>
      <View className="xh-file-acts">
        <Button id={`older-${slot}`} kind="text" onTap={() => setShown(!shown)}>
          {shown ? '收起旧版本' : `旧版本 ${files.length} 个`}
        </Button>
      </View>
      {shown
        ? files.map(({ uploadId, name, version, size, frozenIn }) => (
            <View key={uploadId} className="xh-file-line">
              <View className="xh-row-text">
                <View>{name}</View>
                <View className="xh-row-detail">
                  {`第 ${version} 版 · ${sizeZh(size)}${frozenIn === null ? '' : ` · 第 ${frozenIn} 次提交`}`}
                </View>
              </View>
              {onOpen ? (
                <Button
                  id={`open-${uploadId}`}
                  kind="text"
                  label={`打开${name}第 ${version} 版`}
                  onTap={() => onOpen(uploadId)}
                >
                  打开
                </Button>
              ) : null}
            </View>
          ))
        : null}
    </View>
  );
}

import { momentZh } from '@shared/kernel/moment-words';
import { View } from '@tarojs/components';
import { Button } from '../../ui/button';
import { Tag } from '../../ui/tag';
import type { Material } from './files-of-slot';
import { sizeZh } from './size-zh';

interface Props {
  file: Material;
  /** What tells this file's buttons from others': the slot's code, or the upload's id where a slot holds several. */
  id: string;
  /** How the file is called when its buttons are read aloud. */
  spokenZh: string;
  /** Null where this reader may not. */
  onOpen: ((uploadId: string) => Promise<unknown>) | null;
  /** Null where it may only be looked at, or where the whole slot is changed at once. */
  onReplace: (() => Promise<void>) | null;
  onRemove: ((file: Material) => Promise<void>) | null;
}

/** One file that stands in a slot. Opening and deleting stand apart, and do not look alike. */
export function SlotFile({ file, id, spokenZh, onOpen, onReplace, onRemove }: Props) {
  return (
    <View>
      <View className="xh-file-line">
        <View className="xh-row-text">
          <View>{file.name}</View>
          <View className="xh-row-detail">
            {`${sizeZh(file.size)} · 第 ${file.version} 版 · ${momentZh(file.uploadedAt)}`}
          </View>
          {file.locationRemoved ? <View className="xh-row-detail">照片中的位置信息已去除</View> : null}
          {file.nameCovered ? <View className="xh-row-detail">文件名中的身份证号已遮盖</View> : null}
        </View>
        <View id={`state-${id}`}>
          <Tag tone="pass">已收到</Tag>
        </View>
      </View>
      <View className="xh-file-acts">
        {onOpen ? (
          <Button id={`open-${id}`} kind="text" label={`打开${spokenZh}`} onTap={() => onOpen(file.uploadId)}>
            打开
          </Button>
        ) : null}
        {onReplace ? (
          <Button id={`replace-${id}`} kind="text" label={`换掉${spokenZh}`} onTap={onReplace}>
            换一个
          </Button>
        ) : null}
        {onRemove ? (
          <View className="xh-file-away">
            <Button id={`remove-${id}`} kind="text" label={`删除${spokenZh}`} onTap={() => onRemove(file)}>
              删除
            </Button>
          </View>
        ) : null}
      </View>
    </View>
  );
}

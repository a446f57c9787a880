import { fileMarkZh } from '@shared/files/file-marks';
import { momentZh } from '@shared/kernel/moment-words';
import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { sizeZh } from '../../../patterns/files/size-zh';
import { useOpenFile } from '../../../patterns/files/use-open-file';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { Tag } from '../../../ui/tag';
import type { Review } from './marks/mark-keeper';
import type { Opens } from './personal-value';

type Material = Review['materials'][number];

const detail = ({ size, kind, version, frozenIn, uploadedAt }: Material): string =>
  [
    `第 ${version} 版`,
    frozenIn === null ? '' : `第 ${frozenIn} 次提交`,
    kind?.toUpperCase() ?? '',
    sizeZh(size),
    `${momentZh(uploadedAt)}上传`,
  ]
    .filter((part) => part !== '')
    .join(' · ');

interface Props {
  materials: readonly Material[];
  /** What each slot is called, by its code. */
  names: Record<string, string>;
  /** May this reader open what is personal: pictures of papers. */
  opens: Opens;
}

/** Asked before a picture of a paper is opened, which its owner is told. */
const personalWarning = '将打开证件照片。本次查看会留下记录，参赛者可以看到，请仅用于审核。';

/** The documents of the submission, a slot's files in their order; opening one is logged by the server. */
export function ReviewFiles({ materials, names, opens }: Props) {
  const { open, refusal } = useOpenFile(api.entry.openMaterial);
  const slots = [...new Set(materials.map(({ slot }) => slot))];
  const show = async ({ uploadId, personal, slot }: Material) => {
    const title = `打开${names[slot] ?? '证件照片'}`;
    if (personal && !(await confirmDanger({ title, body: personalWarning, confirm: '打开' }))) return;
    await open(uploadId);
  };
  return (
    <View>
      {slots.length === 0 ? <View>没有提交材料</View> : null}
      {slots.map((slot) => (
        <View key={slot} id={`files-${slot}`} className="xh-files">
          <View className="xh-files-slot">{names[slot] ?? slot}</View>
          {materials
            .filter((material) => material.slot === slot)
            .sort((a, b) => a.fileNo - b.fileNo)
            .map((material) => (
              <View key={material.uploadId} className="xh-file">
                <View className="xh-row-text">
                  <View>{material.name}</View>
                  <View className="xh-row-detail">{detail(material)}</View>
                  {(material.marks ?? []).map((mark) => (
                    <View key={mark} className="xh-row-detail">
                      <Tag tone="warn">请留意</Tag> {fileMarkZh(mark)}
                    </View>
                  ))}
                </View>
                {material.personal && opens !== 'yes' ? (
                  <View className="xh-row-detail">{opens === 'afterClaim' ? '受理后可以打开' : '由受理人核对'}</View>
                ) : (
                  <Button
                    id={`open-${material.uploadId}`}
                    kind="text"
                    label={`打开${material.name}`}
                    onTap={() => show(material)}
                  >
                    打开
                  </Button>
                )}
              </View>
            ))}
        </View>
      ))}
      {refusal === null ? null : <Notice tone="error">{refusal}</Notice>}
    </View>
  );
}

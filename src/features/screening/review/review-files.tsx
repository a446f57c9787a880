import { fileMarkZh } from '@shared/files/file-marks';
import { View } from '@tarojs/components';
import { useContext } from 'react';
import { api } from '../../../client/api';
import { useOpenFile } from '../../../patterns/files/use-open-file';
import { Versions } from '../../../patterns/files/versions';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Tag } from '../../../ui/tag';
import { ShowBeside } from './desk/show-beside';
import type { Review } from './marks/mark-keeper';
import { inSlots, isMeantToOpen, type Material, materialDetail } from './material-words';
import type { Opens } from './personal-value';
import { filesRow, RowSign, type RowState, rowProps } from './row-state';

interface Props {
  materials: readonly Material[];
  /** What each slot is called, by its code. */
  names: Record<string, string>;
  /** Slots that are renewed, with what is newer than the submission. */
  renewals: Review['renewals'];
  /** May this reader open what is personal: pictures of papers. */
  opens: Opens;
  /** How each row stands, by its slot. */
  row: (slot: string) => RowState;
}

/** The documents of the submission, a slot's files in their order; opening one is logged by the server. */
export function ReviewFiles({ materials, names, renewals, opens, row }: Props) {
  const { open, refusal } = useOpenFile(api.entry.openMaterial);
  const beside = useContext(ShowBeside);
  const slots = inSlots(materials);
  const show = async (material: Material) => {
    if (beside !== null) return beside(material);
    if (await isMeantToOpen(material, names[material.slot] ?? '证件照片')) await open(material.uploadId);
  };
  return (
    <View>
      {slots.length === 0 ? <View>没有提交材料</View> : null}
      {slots.map(([slot, files]) => (
        <View key={slot} id={filesRow(slot)} {...rowProps('xh-files', row(slot))}>
          <RowSign {...row(slot)} />
          <View className="xh-files-slot">{names[slot] ?? slot}</View>
          {files.map((material) => (
            <View key={material.uploadId} className="xh-file">
              <View className="xh-row-text">
                <View>{material.name}</View>
                <View className="xh-row-detail">{materialDetail(material)}</View>
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
      {renewals
        .map(({ versions, ...slot }) => ({ ...slot, newer: versions.filter(({ frozenIn }) => frozenIn === null) }))
        .filter(({ newer }) => newer.length > 0)
        .map(({ slot, zh, newer }) => (
          <View key={slot} id={`renewed-${slot}`} className="xh-files">
            <View className="xh-files-slot">{`${zh}：提交后有更新，审核看已提交的一版`}</View>
            <Versions slot={slot} versions={newer} newestZh="最新" onOpen={(file) => show(file)} />
          </View>
        ))}
      {refusal === null ? null : <Notice tone="error">{refusal}</Notice>}
    </View>
  );
}

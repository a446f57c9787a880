import { View } from '@tarojs/components';
import { FileView } from '../../../../patterns/files/file-view';
import type { ShownFile } from '../../../../patterns/files/use-shown-file';
import { Button } from '../../../../ui/button';
import { classes } from '../../../../ui/classes';
import { Notice } from '../../../../ui/notice';
import { Skeleton } from '../../../../ui/skeleton';
import { pressable, spoken } from '../../../../ui/spoken';
import type { Review } from '../marks/mark-keeper';
import { inSlots, type Material, materialDetail } from '../material-words';
import type { Opens } from '../personal-value';
import './documents-pane.scss';

interface Props {
  materials: readonly Material[];
  renewals: Review['renewals'];
  names: Record<string, string>;
  opens: Opens;
  file: { shown: ShownFile | null; busy: boolean; refusal: string | null };
  /** The one that was asked for last. */
  chosen: Material | null;
  onShow: (material: Material) => unknown;
}

/** The documents at the right: one tab each, what is known of the one in front, and the document itself. */
export function DocumentsPane({ materials, renewals, names, opens, file, chosen, onShow }: Props) {
  const submitted = inSlots(materials).flatMap(([slot, files]) =>
    files.map((material, i) => ({
      material,
      zh: `${names[slot] ?? slot}${files.length > 1 ? ` ${i + 1}` : ''}`,
      shut: material.personal && opens !== 'yes',
    })),
  );
  const renewed = renewals.flatMap(({ zh, versions: [newest] }) =>
    newest && newest.frozenIn === null ? [{ material: newest, zh: `${zh}（更新）`, shut: false }] : [],
  );
  const tabs = [...submitted, ...renewed];
  return (
    <View id="desk-documents" className="xh-desk-documents" {...spoken({ role: 'region', label: '材料' })}>
      <View className="xh-desk-tabs" {...spoken({ role: 'tablist', label: '材料' })}>
        {tabs.map(({ material, zh, shut }) => {
          const front = chosen?.uploadId === material.uploadId;
          const show = () => {
            if (!shut) onShow(material);
          };
          return (
            <View
              key={material.uploadId}
              id={`tab-${material.uploadId}`}
              className={classes('xh-desk-tab', 'xh-press', front && 'xh-desk-tab-front')}
              onClick={show}
              {...pressable(show, !shut)}
              {...spoken({ role: 'tab', selected: front, disabled: shut || undefined })}
            >
              {zh}
            </View>
          );
        })}
      </View>
      {file.refusal === null ? null : <Notice tone="error">{file.refusal}</Notice>}
      {chosen === null ? (
        <View className="xh-desk-none">
          {tabs.length === 0 ? '没有提交材料' : '点上面的材料名称查看。打开会留下记录'}
        </View>
      ) : (
        <>
          <View className="xh-desk-facts">
            <View>
              <View>{chosen.name}</View>
              <View className="xh-row-detail">{materialDetail(chosen)}</View>
            </View>
            <Button id="file-again" kind="text" label="重新打开" busy={file.busy} onTap={() => onShow(chosen)}>
              重新打开
            </Button>
          </View>
          <View className="xh-desk-paper">
            {file.busy ? <Skeleton rows={6} /> : null}
            {!file.busy && file.shown ? <FileView key={file.shown.place} file={file.shown} /> : null}
          </View>
        </>
      )}
    </View>
  );
}

import { templateName, templateSlot } from '@shared/competition/edition/template-files';
import { mostFiles } from '@shared/files/slot-files';
import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useAskAgain } from '../../../client/cache/use-ask-again';
import { useChange } from '../../../client/cache/use-change';
import { sentenceOf } from '../../../client/transport/failure';
import { chooseFile } from '../../../patterns/files/choose-file';
import { filesOf, type Material } from '../../../patterns/files/files-of-slot';
import { OnItsWay } from '../../../patterns/files/on-its-way';
import { sizeZh } from '../../../patterns/files/size-zh';
import { useOpenFile } from '../../../patterns/files/use-open-file';
import { useTransfers, useWarnOnClose } from '../../../patterns/files/use-transfers';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { useTemplateFiles } from './edition-views';
import { templateTransfers } from './template-transfers';

interface Props {
  editionId: string;
  /** The uploads that the guide names as it is typed. */
  named: readonly string[];
  onAdd: (uploadId: string, name: string) => void;
}

/** Files sent for the guide: one that arrives while the page is open becomes an item of the list, older ones are put in or deleted by hand. */
export function TemplateFiles({ editionId, named, onAdd }: Props) {
  const ask = useTemplateFiles(editionId);
  const { current, checking, refused } = filesOf(templateSlot.code, ask.data?.files ?? []);
  useAskAgain(checking.length > 0, ask.refetch);
  const transfer = useTransfers(templateTransfers).find(({ subjectId }) => subjectId === editionId);
  useWarnOnClose(templateTransfers);
  const remove = useChange(api.competition.removeTemplateFile, touches.competition);
  const [unchosen, setUnchosen] = useState<string | null>(null);
  const seen = useRef<Set<string> | null>(null);
  const files = ask.data?.files;
  useEffect(() => {
    if (files === undefined) return;
    const accepted = filesOf(templateSlot.code, files).current;
    if (seen.current !== null) {
      for (const { uploadId, name } of accepted) if (!seen.current.has(uploadId)) onAdd(uploadId, templateName(name));
    }
    seen.current = new Set(accepted.map(({ uploadId }) => uploadId));
  }, [files, onAdd]);
  const pick = async () => {
    setUnchosen(null);
    try {
      const chosen = await chooseFile(templateSlot);
      if (chosen) void templateTransfers.begin(editionId, templateSlot.code, chosen.file);
    } catch (error) {
      setUnchosen(sentenceOf(error));
    }
  };
  const discard = async ({ uploadId, name }: Material) => {
    if (await confirmDanger({ title: '删除文件', body: `将删除“${name}”。`, confirm: '删除' }))
      await remove.run({ uploadId });
  };
  const loose = current.filter(({ uploadId }) => !named.includes(uploadId));
  const full = current.length + checking.length >= mostFiles(templateSlot);
  return (
    <>
      {loose.map((file) => (
        <View key={file.uploadId} className="xh-part-change">
          <View>{file.name}</View>
          <View className="xh-row-detail">已上传，指南里没有</View>
          <View className="xh-file-acts">
            <Button
              id={`name-${file.uploadId}`}
              kind="text"
              label={`放进指南，${file.name}`}
              onTap={() => onAdd(file.uploadId, templateName(file.name))}
            >
              放进指南
            </Button>
            <Button id={`discard-${file.uploadId}`} kind="text" label={`删除${file.name}`} onTap={() => discard(file)}>
              删除
            </Button>
          </View>
        </View>
      ))}
      {transfer ? <OnItsWay transfer={transfer} transfers={templateTransfers} /> : null}
      {transfer
        ? null
        : checking.map(({ uploadId, name }) => (
            <View key={uploadId} className="xh-row-detail">{`正在检查${name}`}</View>
          ))}
      {!transfer && refused ? (
        <Notice tone="error" title="未通过">{`${refused.name}：${refused.refusal ?? '文件不能使用，请换一个'}`}</Notice>
      ) : null}
      {unchosen === null ? null : <Notice tone="warn">{unchosen}</Notice>}
      {remove.failure ? <Notice tone="error">{remove.failure.message}</Notice> : null}
      <View className="xh-row-detail">
        {full ? `最多 ${mostFiles(templateSlot)} 个文件，已满。要换的，请先删除一个` : templateSlot.hintZh}
      </View>
      {full ? null : (
        <Button id="pick-template" kind="secondary" onTap={pick}>
          上传模板文件
        </Button>
      )}
    </>
  );
}

/** Which file an item of the list hands out. */
export function TemplateFile({ editionId, uploadId }: { editionId: string; uploadId: string }) {
  const file = useTemplateFiles(editionId).data?.files.find((each) => each.uploadId === uploadId);
  const { open, refusal } = useOpenFile(api.competition.openPublicFile);
  return (
    <View>
      <View className="xh-row-detail">{file ? `${file.name} · ${sizeZh(file.size)}` : '沿用上一届的文件'}</View>
      <Button id={`open-${uploadId}`} kind="text" label={`打开${file?.name ?? '文件'}`} onTap={() => open(uploadId)}>
        打开
      </Button>
      {refusal === null ? null : <Notice tone="error">{refusal}</Notice>}
    </View>
  );
}

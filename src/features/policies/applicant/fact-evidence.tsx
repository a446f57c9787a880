import { View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '../../../client/transport/failure';
import { chooseFile } from '../../../patterns/files/choose-file';
import { OnItsWay } from '../../../patterns/files/on-its-way';
import { useTransfers } from '../../../patterns/files/use-transfers';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import type { FactView } from '../answers';
import { OpenEvidence } from '../open-evidence';
import { factSlot, factTransfers } from './fact-transfers';

interface Props {
  factId: string;
  zh: string;
  evidence: FactView['evidence'];
  /** Whether this reader may add one. */
  adds: boolean;
  onOpen: (uploadId: string) => Promise<void>;
}

/** The file by which staff checked a fact: on its way, to open, or to add while there is none. */
export function FactEvidence({ factId, zh, evidence, adds, onOpen }: Props) {
  const transfer = useTransfers(factTransfers).find(({ subjectId }) => subjectId === factId);
  const [unchosen, setUnchosen] = useState<string | null>(null);
  const add = async () => {
    setUnchosen(null);
    try {
      const chosen = await chooseFile(factSlot);
      if (chosen) void factTransfers.begin(factId, factSlot.code, chosen.file);
    } catch (error) {
      setUnchosen(sentenceOf(error));
    }
  };
  if (transfer) return <OnItsWay transfer={transfer} transfers={factTransfers} />;
  return (
    <View>
      {evidence?.state === 'checking' ? <View className="xh-row-detail">{`正在检查${evidence.name}`}</View> : null}
      {evidence?.state === 'refused' ? <Notice tone="warn">{`${evidence.name}没有收下，请换一个`}</Notice> : null}
      {unchosen === null ? null : <Notice tone="warn">{unchosen}</Notice>}
      <OpenEvidence id={`evidence-${factId}`} fact={{ zh, evidence }} onOpen={onOpen} />
      {adds && (evidence === null || evidence.state === 'refused') ? (
        <Button id={`add-evidence-${factId}`} kind="text" label={`补充依据文件，${zh}`} onTap={add}>
          补充依据文件
        </Button>
      ) : null}
    </View>
  );
}

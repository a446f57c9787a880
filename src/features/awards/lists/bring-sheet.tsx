import { isBlank } from '@shared/kernel/typed/unseen';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { AskedForm } from '../../../patterns/asked-form';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { Segmented } from '../../../ui/fields/segmented';
import { TextArea } from '../../../ui/fields/text-area';
import { TextField } from '../../../ui/fields/text-field';
import { Notice } from '../../../ui/notice';
import { Sheet } from '../../../ui/sheets/sheet';
import type { DeskView } from './desk-view';

const ways = [
  { value: 'sheet', zh: '粘贴表格' },
  { value: 'one', zh: '逐个录入' },
] as const;

interface Props {
  editionId: string;
  levels: DeskView['levels'];
  open: boolean;
  onClose: () => void;
}

const saidOf = ({ added, known }: { added: number; known: number }): string =>
  `录入了 ${added} 个项目${known > 0 ? `，${known} 个以前录入过，没有重复录入` : ''}。`;

/** Results come as rows copied out of a spreadsheet, or one by one. */
export function BringSheet({ editionId, levels, open, onClose }: Props) {
  const [way, setWay] = useState<'sheet' | 'one'>('sheet');
  return (
    <Sheet id="bring-sheet" open={open} title="录入获奖结果" onClose={onClose}>
      <Segmented id="bring-way" label="录入方式" options={ways} value={way} onChange={setWay} />
      {way === 'sheet' ? <BySheet editionId={editionId} /> : <ByHand editionId={editionId} levels={levels} />}
    </Sheet>
  );
}

function BySheet({ editionId }: Pick<Props, 'editionId'>) {
  const form = useTypedForm('results', editionId);
  const [sheet, setSheet] = form.field('sheet', '');
  const [done, setDone] = useState<string | null>(null);
  const change = useChange(api.awards.bringResults, touches.awards);
  const errors = useFieldErrors(change.failure, { sheet: isBlank(sheet) && '请粘贴获奖名单' });
  const faults = Object.entries(change.failure?.fields ?? {}).filter(([field]) => field.startsWith('row.'));
  const send = async () => {
    setDone(null);
    const answer = await change.run({ editionId, sheet });
    if (!answer) return;
    setDone(saidOf(answer));
    form.sent();
  };
  return (
    <>
      {done === null ? null : <Notice tone="info">{done}</Notice>}
      <AskedForm
        errors={errors}
        button={{ id: 'bring-send', zh: '录入', busy: change.busy }}
        more={faults.map(([field, zh]) => <View key={field}>{`第 ${field.slice(4)} 行：${zh}`}</View>)}
        onSend={send}
      >
        <TextArea
          id="field-sheet"
          label="获奖名单"
          hint="每行依次是项目编号、奖项、项目名称（可不填，填了就核对）。在表格里选中，复制后粘贴到这里；有一行不对，整份都不录入"
          value={sheet}
          max={80_000}
          onChange={setSheet}
          error={errors.of('sheet')}
        />
      </AskedForm>
    </>
  );
}

function ByHand({ editionId, levels }: Pick<Props, 'editionId' | 'levels'>) {
  const form = useTypedForm('result', editionId);
  const [reference, setReference] = form.field('reference', '');
  const [level, setLevel] = form.field('level', '');
  const [done, setDone] = useState<string | null>(null);
  const change = useChange(api.awards.bringResult, touches.awards);
  const errors = useFieldErrors(change.failure, {
    reference: isBlank(reference) && '请填写项目编号',
    level: level === '' && '请选择奖项',
  });
  const send = async () => {
    setDone(null);
    const answer = await change.run({ editionId, reference: reference.trim(), level });
    if (!answer) return;
    setDone(saidOf(answer));
    // The next one often has the same award.
    form.saved();
    setReference('');
  };
  return (
    <>
      {done === null ? null : <Notice tone="info">{done}</Notice>}
      <AskedForm errors={errors} button={{ id: 'bring-one', zh: '录入', busy: change.busy }} onSend={send}>
        <TextField
          id="field-reference"
          label="项目编号"
          hint="在项目详情和报名回执上"
          max={40}
          value={reference}
          onChange={setReference}
          error={errors.of('reference')}
        />
        <ChoiceField
          id="field-level"
          label="奖项"
          options={levels.map(({ code, zh, places }) => ({
            value: code,
            zh: places === null ? zh : `${zh}（每个县（市、区）${places} 名）`,
          }))}
          value={level}
          onChange={setLevel}
          error={errors.of('level')}
        />
      </AskedForm>
    </>
  );
}

import { shanghaiDate } from '@shared/kernel/shanghai';
import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useAsk } from '../../../client/cache/use-ask';
import { useChange } from '../../../client/cache/use-change';
import { serverNow } from '../../../client/server-clock';
import { sentenceOf } from '../../../client/transport/failure';
import { AskedForm } from '../../../patterns/asked-form';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { DateField } from '../../../ui/fields/date-field';
import { TextField } from '../../../ui/fields/text-field';
import { Notice } from '../../../ui/notice';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { Sheet } from '../../../ui/sheets/sheet';
import { toast } from '../../../ui/sheets/toast';
import { ClosingWords } from '../closing-words';

interface Props {
  scope: string;
  whatZh: string;
  onClose: () => void;
}

/** What everybody concerned would be told and how many they are, before it is announced. */
export function ClosingSheet({ scope, whatZh, onClose }: Props) {
  const ask = useAsk(['rights', 'previewClosing', scope], () => api.rights.previewClosing({ scope }));
  const announce = useChange(api.rights.announceClosing, touches.retention);
  const form = useTypedForm('closing', scope);
  const [closesOn, setClosesOn] = form.field('closesOn', '');
  const [note, setNote] = form.field('note', '');
  const errors = useFieldErrors(
    announce.failure,
    { closesOn: closesOn === '' && '请选择停止的日期', note: null },
    (name) => `closing-${name}`,
  );
  const send = async () => {
    const sure = { title: `公告“${whatZh}”停止服务`, body: '公告发出后不能收回。', confirm: '公告' };
    if (!(await confirmDanger(sure)) || !(await announce.run({ scope, closesOn, note: note.trim() }))) return;
    form.sent();
    toast('已公告，正在告知');
    onClose();
  };
  return (
    <Sheet id="closing" open title={`停止“${whatZh}”`} onClose={onClose}>
      {ask.error ? <Notice tone="error">{sentenceOf(ask.error)}</Notice> : null}
      {ask.data ? (
        <>
          <View className="xh-row-text">{`将告知 ${ask.data.concerned} 人`}</View>
          <ClosingWords {...ask.data} />
          <AskedForm errors={errors} button={{ id: 'closing-send', zh: '公告', busy: announce.busy }} onSend={send}>
            <DateField
              id="closing-closesOn"
              label="从哪天起停止"
              from={shanghaiDate(serverNow())}
              value={closesOn}
              onChange={setClosesOn}
              error={errors.of('closesOn')}
            />
            <TextField
              id="closing-note"
              label="说明"
              required={false}
              hint="如由谁接续、到哪里咨询"
              max={200}
              value={note}
              onChange={setNote}
              error={errors.of('note')}
            />
          </AskedForm>
        </>
      ) : null}
    </Sheet>
  );
}

import type { Mark } from '@shared/screening/marks';
import { View } from '@tarojs/components';
import type { Failure } from '../../../client/transport/failure';
import { AskedForm } from '../../../patterns/asked-form';
import { offeredOf } from '../../../patterns/cases/offered';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { TextArea } from '../../../ui/fields/text-area';
import { Notice } from '../../../ui/notice';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { Sheet } from '../../../ui/sheets/sheet';
import { FaultList, faultsOf } from './fault-list';
import type { Review } from './marks/mark-keeper';

interface Props {
  review: Review;
  marks: readonly Mark[];
  /** What was typed before, when the decision came back. */
  typed: string;
  open: boolean;
  onClose: () => void;
  /** The last refusal. */
  failure: Failure | null;
  onSend: (message: string) => Promise<boolean>;
}

/** The one-time notice as the entrant will read it: every fault at once, then what the reviewer adds. */
export function ReturnSheet({ review, marks, typed, open, onClose, failure, onSend }: Props) {
  const form = useTypedForm('return', review.entryId);
  const [message, setMessage] = form.field('message', typed);
  const errors = useFieldErrors(failure, { message: null });

  const send = async () => {
    const body = `共 ${faultsOf({ review, marks }).length} 个问题。${offeredOf(review.moves, 'return')?.danger ?? ''}`;
    if (!(await confirmDanger({ title: '退回补正', body, confirm: '退回' }))) return;
    if (await onSend(message.trim())) form.sent();
  };

  return (
    <Sheet id="return-sheet" open={open} title="补正告知书（一次性告知）" onClose={onClose}>
      <View className="xh-row-detail">
        以下问题将一次性发给“{review.title}”的负责人和团队成员，发出后不能补充、修改：
      </View>
      <FaultList review={review} marks={marks} />
      <AskedForm errors={errors} button={{ id: 'return-send', zh: '决定退回' }} onSend={send}>
        <TextArea
          id="return-message"
          label="审核人员附言"
          hint="例如联系电话、到哪里咨询"
          required={false}
          value={message}
          onChange={setMessage}
          max={500}
          error={errors.of('message')}
        />
        <Notice tone="info">补正期限从明天起按工作日计算，由系统写入补正告知书；参赛者只能修改上面列出的部分。</Notice>
      </AskedForm>
    </Sheet>
  );
}

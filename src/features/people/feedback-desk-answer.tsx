import { isBlank } from '@shared/kernel/typed/unseen';
import { View } from '@tarojs/components';
import { api } from '../../client/api';
import { touches } from '../../client/cache/touches';
import { useChange } from '../../client/cache/use-change';
import { AskedForm } from '../../patterns/asked-form';
import { useTypedForm } from '../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../patterns/use-field-errors';
import { TextArea } from '../../ui/fields/text-area';
import { confirmDanger } from '../../ui/sheets/confirm';
import { Sheet } from '../../ui/sheets/sheet';
import { toast } from '../../ui/sheets/toast';
import type { Feedback } from './feedback-desk-list';

/** What a stale answer is told: the answer that stands. */
const standingAnswer = (current: unknown): string | null =>
  typeof current === 'object' && current !== null && 'answer' in current && typeof current.answer === 'string'
    ? current.answer
    : null;

/** Answers one message. When a colleague was faster, the colleague's answer is shown beside what was typed. */
export function FeedbackAnswer({ item, onClose }: { item: Feedback; onClose: () => void }) {
  const form = useTypedForm('answer', item.id);
  const [answer, setAnswer] = form.field('answer', '');
  const { run, failure } = useChange(api.people.answerFeedback, touches.feedback);
  const standing = standingAnswer(failure?.current);
  const missing = { answer: isBlank(answer) && '请写明答复内容' };
  const errors = useFieldErrors(failure, missing, () => 'answer-text');

  const send = async () => {
    const body = '答复会发给提交人，发出后不能修改。';
    if (!(await confirmDanger({ title: '答复投诉建议', body, confirm: '发出' }))) return;
    if (await run({ feedbackId: item.id, version: item.version, answer: answer.trim() })) {
      form.sent();
      toast('已答复');
      onClose();
    }
  };

  return (
    <Sheet id="answer-sheet" open title={`答复${item.kindZh}`} onClose={onClose}>
      <View className="xh-row-detail">{item.reference}</View>
      <View className="xh-feedback-words">{item.body}</View>
      <AskedForm
        errors={errors}
        button={{ id: 'answer-send', zh: '发出答复', disabled: standing !== null }}
        onSend={send}
        more={standing === null ? null : <View id="answer-standing">已有的答复：{standing}</View>}
      >
        <TextArea
          id="answer-text"
          label="答复内容"
          hint="写明处理结果，或下一步怎么办、找谁办"
          value={answer}
          onChange={setAnswer}
          max={1000}
          error={errors.of('answer')}
        />
      </AskedForm>
    </Sheet>
  );
}

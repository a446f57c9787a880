import { isBlank } from '@shared/kernel/typed/unseen';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { Button } from '../../../ui/button';
import { RadioList } from '../../../ui/fields/radio-list';
import { TextField } from '../../../ui/fields/text-field';
import { Notice } from '../../../ui/notice';
import { toast } from '../../../ui/sheets/toast';

const kinds = [
  { value: 'refuse', zh: '不能用', hint: '含有这个词的名称当场不采用' },
  { value: 'look', zh: '先核对', hint: '含有这个词的名称由工作人员核对后才显示' },
  { value: 'off', zh: '从表中去掉', hint: '以后不再按这个词判断' },
] as const;

/** A word that comes on the city's list, changes, or goes, with the reason for it. */
export function WordForm({ words }: { words: readonly string[] }) {
  const form = useTypedForm('content-word');
  const [word, setWord] = form.field('word', '');
  const [kind, setKind] = form.field<string>('kind', 'refuse');
  const [why, setWhy] = form.field('why', '');
  const change = useChange(api.people.changeContentWord, touches.feedback);
  const errors = useFieldErrors(change.failure, {
    word: isBlank(word) ? '请填写这个词' : kind === 'off' && !words.includes(word.trim()) && '表中没有这个词',
    why: isBlank(why) && '请写明原因，供以后查看',
  });
  async function keep(): Promise<void> {
    if (!errors.complete()) return;
    const strength = kind === 'off' ? null : kind === 'look' ? ('look' as const) : ('refuse' as const);
    if (!(await change.run({ word, strength, why }))) return;
    form.sent();
    toast('用词表已更新');
  }
  return (
    <>
      {errors.general === null ? null : <Notice tone="error">{errors.general}</Notice>}
      <TextField
        id="field-word"
        label="词"
        hint="空格、全角、大小写和符号不影响判断"
        max={30}
        value={word}
        onChange={setWord}
        error={errors.of('word')}
      />
      <RadioList id="field-kind" label="怎样处理" options={kinds} value={kind} onChange={setKind} />
      <TextField
        id="field-why"
        label="原因"
        hint="仅工作人员可见"
        max={60}
        value={why}
        onChange={setWhy}
        error={errors.of('why')}
      />
      <Button id="save-word" kind="secondary" busy={change.busy} onTap={keep}>
        更新用词表
      </Button>
    </>
  );
}

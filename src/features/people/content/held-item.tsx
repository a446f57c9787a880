import { momentZh } from '@shared/kernel/moment-words';
import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import type { Failure } from '../../../client/transport/failure';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { TextField } from '../../../ui/fields/text-field';
import { LongText } from '../../../ui/long-text';
import { Notice } from '../../../ui/notice';
import { toast } from '../../../ui/sheets/toast';

type Checks = Awaited<ReturnType<typeof api.people.contentChecks>>;

const waitsZh = { review: '需要人工核对', waiting: '稍后自动再核', refused: '已告知本人' } as const;

/** A nickname that is not shown yet. */
export function HeldName({ held }: { held: Checks['names'][number] }) {
  const { personId, version, name, shown, state, since } = held;
  const decide = useChange(api.people.decideName, touches.feedback);
  return (
    <HeldItem
      id={`name-${personId}`}
      said={`现在显示“${shown}”，${momentZh(since)} 填写，${waitsZh[state]}`}
      failure={decide.failure}
      busy={decide.busy}
      decide={async (taken, why) => (await decide.run({ personId, version, taken, why })) !== null}
    >
      <View className="xh-row-title">{name}</View>
    </HeldItem>
  );
}

/** A text of something submitted, which the public does not read yet. */
export function HeldText({ held }: { held: Checks['texts'][number] }) {
  const { subjectId, field, version, fieldZh, text, state, since } = held;
  const decide = useChange(api.people.decideText, touches.feedback);
  return (
    <HeldItem
      id={`text-${subjectId}-${field.replace('.', '-')}`}
      said={`${momentZh(since)} 填写，${waitsZh[state]}`}
      failure={decide.failure}
      busy={decide.busy}
      decide={async (taken, why) => (await decide.run({ subjectId, field, version, taken, why })) !== null}
    >
      <View className="xh-row-title">{fieldZh}</View>
      <LongText>{text}</LongText>
    </HeldItem>
  );
}

interface Props {
  id: string;
  /** Since when and why it waits. */
  said: string;
  failure: Failure | null;
  busy: boolean;
  /** Whether it was done. */
  decide(taken: boolean, why: string): Promise<boolean>;
  children: React.ReactNode;
}

/** What is held: staff take it, or refuse it in words that its writer reads. */
function HeldItem({ id, said, failure, busy, decide, children }: Props) {
  const form = useTypedForm('held', id);
  const [why, setWhy] = form.field('why', '');
  const errors = useFieldErrors(failure, {});
  const refused = failure?.fields?.why;
  async function say(taken: boolean): Promise<void> {
    if (!(await decide(taken, why))) return;
    form.sent();
    toast(taken ? '已采用' : '已告知本人');
  }
  return (
    <Card id={id}>
      {children}
      <View className="xh-row-detail">{said}</View>
      {errors.general === null || refused ? null : <Notice tone="error">{errors.general}</Notice>}
      <TextField
        id={`${id}-why`}
        label="不能用的原因"
        hint="不采用时填写，本人会看到"
        max={60}
        value={why}
        onChange={setWhy}
        error={refused}
      />
      <Button id={`${id}-take`} kind="secondary" busy={busy} onTap={() => say(true)}>
        可以用
      </Button>
      <Button id={`${id}-refuse`} kind="secondary" busy={busy} onTap={() => say(false)}>
        不采用
      </Button>
    </Card>
  );
}

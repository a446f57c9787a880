import { type ContestCard, cardFields, cardMax, cardZh } from '@shared/competition/contest/card';
import { isBlank } from '@shared/kernel/typed/unseen';
import { api } from '../../../client/api';
import { AskedForm } from '../../../patterns/asked-form';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { TextField } from '../../../ui/fields/text-field';
import { KeyValue } from '../../../ui/lists/key-value';
import { Section } from '../../../ui/section';
import { type Setup, useSetupChange } from './use-setup-change';

const hints: Partial<Record<keyof ContestCard, string>> = {
  office: '参赛者找哪个单位，如“蒲县创业服务中心”',
  phone: '座机请带区号，任何人都能看到',
  hours: '如“工作日 08:30–12:00，14:30–18:00”',
  venue: '路演在哪里举行',
};

/** How people reach the contest and where it is held: everybody sees it. */
export function CardForm({ setup }: { setup: Setup }) {
  const form = useTypedForm('card', setup.contestId);
  const [typed, setTyped] = form.field<ContestCard>('card', setup.card);
  const { send, busy, failure, current } = useSetupChange(api.competition.saveContestCard);
  const missing = {
    office: null,
    phone: isBlank(typed.phone) && '请填写联系电话，参赛者靠它找到工作人员',
    address: null,
    hours: null,
    venue: null,
  };
  const errors = useFieldErrors(failure, missing, (field) => `card-${field}`);
  const changed = cardFields.some((field) => typed[field] !== setup.card[field]);
  if (setup.shutZh !== null) {
    return (
      <Section title="联系方式和场地">
        <KeyValue items={cardFields.map((field) => ({ label: cardZh[field], value: setup.card[field] }))} />
      </Section>
    );
  }
  const save = async () => {
    if (await send({ contestId: setup.contestId, version: (current ?? setup).version, ...typed })) form.saved();
  };
  return (
    <Section title="联系方式和场地">
      <AskedForm
        errors={errors}
        button={{ id: 'card-save', zh: '保存联系方式', busy, disabled: !changed && current === null }}
        onSend={save}
      >
        {cardFields.map((field) => (
          <TextField
            key={field}
            id={`card-${field}`}
            label={cardZh[field]}
            required={field === 'phone'}
            max={cardMax[field]}
            hint={
              current && current.card[field] !== typed[field]
                ? `刚保存的是“${current.card[field] || '空'}”，再点保存会换成您填的`
                : hints[field]
            }
            value={typed[field]}
            onChange={(value) => setTyped({ ...typed, [field]: value })}
            error={errors.of(field)}
          />
        ))}
      </AskedForm>
    </Section>
  );
}

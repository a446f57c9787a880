import type { Answer, Choice } from '@shared/forms/question';
import { type FactName, factOf } from '@shared/policies/facts';
import type { Op } from '@shared/policies/rule';
import { CheckList } from '../../../ui/fields/check-list';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { DateField } from '../../../ui/fields/date-field';
import type { FieldProps } from '../../../ui/fields/field';
import { NumberField } from '../../../ui/fields/number-field';
import { RadioList } from '../../../ui/fields/radio-list';

interface Props {
  field: FieldProps;
  fact: FactName;
  /** How it is held against the value; null: it is the value itself, of an example. */
  op: Op | null;
  /** It stands for so many months. */
  months: boolean;
  value: Answer | undefined;
  named: Readonly<Record<string, readonly Choice[]>>;
  onChange: (value: Answer) => void;
  onLeave: () => void;
}

/** A value of a fact as its kind is typed. */
export function ValueInput({ field, fact, op, months, value, named, onChange, onLeave }: Props) {
  const { type, unitZh, saidZh, choices } = factOf(fact);
  const options = choices ?? named[fact] ?? [];
  const choose = (next: Answer) => {
    onChange(next);
    onLeave();
  };
  const number = (unit: string | undefined, digits = 0) => (
    <NumberField
      {...field}
      value={typeof value === 'number' ? value : null}
      digits={digits}
      {...(unit === undefined ? {} : { unit })}
      onChange={onChange}
      onBlur={onLeave}
    />
  );
  if (months || op === 'within') return number('个月');
  if (type === 'codes' || op === 'in' || op === 'notIn') {
    const chosen = typeof value === 'string' && value !== '' ? value.split(',') : [];
    return <CheckList {...field} options={options} value={chosen} onChange={(next) => choose(next.join(','))} />;
  }
  switch (type) {
    case 'flag':
      return (
        <RadioList
          {...field}
          options={[
            { value: 'yes', zh: saidZh?.[0].replace(/^的/, '') ?? '是' },
            { value: 'no', zh: saidZh?.[1].replace(/^的/, '') ?? '否' },
          ]}
          value={value === true ? 'yes' : value === false ? 'no' : null}
          onChange={(next) => choose(next === 'yes')}
        />
      );
    case 'money':
      return number('元', 2);
    case 'share':
      return number('%', 2);
    case 'birth':
      return op === null ? <DayField field={field} value={value} onChange={choose} /> : number('周岁');
    case 'date':
    case 'month':
      return <DayField field={field} value={value} onChange={choose} />;
    case 'choice':
      return (
        <ChoiceField {...field} options={options} value={typeof value === 'string' ? value : null} onChange={choose} />
      );
    default:
      return number(unitZh);
  }
}

/** What is known to its month stands on the first of it. */
function DayField({
  field,
  value,
  onChange,
}: {
  field: FieldProps;
  value: Answer | undefined;
  onChange: (day: string) => void;
}) {
  const day = typeof value === 'string' ? (value.length === 7 ? `${value}-01` : value) : '';
  return <DateField {...field} value={day} onChange={onChange} />;
}

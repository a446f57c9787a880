import { CheckList } from '../../ui/fields/check-list';
import { ChoiceField } from '../../ui/fields/choice-field';
import { DateField } from '../../ui/fields/date-field';
import { NumberField } from '../../ui/fields/number-field';
import { RadioList } from '../../ui/fields/radio-list';
import type { FactView } from './answers';
import { idOfFact, typeOfInput } from './fact-input';

export type FactValue = NonNullable<FactView['value']>;

interface Props {
  fact: Pick<FactView, 'fact' | 'zh' | 'type' | 'unitZh' | 'saidZh' | 'choices'>;
  value: FactValue | null;
  onChange: (value: FactValue | null) => void;
  error?: string | undefined;
  /** Whose it is for whoever answers. */
  whose?: 'own' | 'staff';
}

/** What follows “您”, as a choice of its own. */
const saidOf = (who: string, zh: string): string => (zh.startsWith('的') ? `${who}${zh}` : zh);

/** A fact as its kind is answered: yes or no, a number, a day, one or several of a list. Nothing is chosen beforehand. */
export function FactField({ fact, value, onChange, error, whose = 'own' }: Props) {
  const said = (zh: string) => saidOf(whose === 'own' ? '您' : '申请人', zh);
  const field = { id: idOfFact(fact.fact), label: fact.zh, required: whose === 'staff', error };
  switch (typeOfInput(fact.type)) {
    case 'flag':
      return (
        <RadioList
          {...field}
          options={[
            { value: 'yes', zh: said(fact.saidZh?.yes ?? '是') },
            { value: 'no', zh: said(fact.saidZh?.no ?? '否') },
          ]}
          value={value === null ? null : value === true ? 'yes' : 'no'}
          onChange={(next) => onChange(next === 'yes')}
        />
      );
    case 'number':
      return (
        <NumberField
          {...field}
          value={typeof value === 'number' ? value : null}
          onChange={onChange}
          {...(fact.unitZh === null ? {} : { unit: fact.unitZh })}
        />
      );
    case 'money':
      return (
        <NumberField
          {...field}
          digits={2}
          unit="元"
          value={typeof value === 'number' ? value / 100 : null}
          onChange={(yuan) => onChange(yuan === null ? null : Math.round(yuan * 100))}
        />
      );
    case 'day':
      return <DateField {...field} value={typeof value === 'string' ? value : ''} onChange={onChange} />;
    case 'month':
      // A day is chosen and its month is kept.
      return (
        <DateField
          {...field}
          value={typeof value === 'string' ? (value.length === 7 ? `${value}-01` : value) : ''}
          onChange={(day) => onChange(day === '' ? null : day.slice(0, 7))}
        />
      );
    case 'choice':
      return (
        <ChoiceField
          {...field}
          options={fact.choices}
          value={typeof value === 'string' ? value : null}
          onChange={onChange}
        />
      );
    case 'codes':
      return (
        <CheckList {...field} options={fact.choices} value={Array.isArray(value) ? value : []} onChange={onChange} />
      );
  }
}

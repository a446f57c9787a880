import type { Field } from '@shared/entry/fields';
import type { Answer } from '@shared/forms/question';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { serverNow } from '../../../client/server-clock';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { DateField } from '../../../ui/fields/date-field';
import { NumberField } from '../../../ui/fields/number-field';
import { RadioList } from '../../../ui/fields/radio-list';
import { TextArea } from '../../../ui/fields/text-area';
import { TextField } from '../../../ui/fields/text-field';
import { choicesOf, inSight } from '../begin/choices';
import type { Contest, Home } from '../entry-view';

interface Props {
  field: Field;
  value: Answer | undefined;
  error: string | undefined;
  contest: Contest;
  home: Home;
  onChange: (value: Answer) => void;
  /** The person left the field, or chose. */
  onLeave: () => void;
}

const yesOrNo = [
  { value: 'yes', zh: '是' },
  { value: 'no', zh: '否' },
];

/** One question of the form, drawn by what it takes. Sealed questions and the agreement have parts of their own. */
export function SectionField({ field, value, error, contest, home, onChange, onLeave }: Props) {
  const words = typeof value === 'string' ? value : field.from === 'papers' ? 'resident_id' : '';
  const shared = {
    id: `field-${field.name}`,
    label: field.zh,
    hint: field.hintZh === '' ? undefined : field.hintZh,
    error,
    required: field.optional !== true,
  };
  const choose = (chosen: Answer) => {
    onChange(chosen);
    onLeave();
  };
  switch (field.input) {
    case 'text':
      return <TextField {...shared} value={words} max={field.max ?? 100} onChange={onChange} onBlur={onLeave} />;
    case 'code':
      return <TextField {...shared} type="code" value={words} onChange={onChange} onBlur={onLeave} />;
    case 'area':
      return <TextArea {...shared} value={words} max={field.max ?? 1000} onChange={onChange} onBlur={onLeave} />;
    case 'number':
      return (
        <NumberField
          {...shared}
          value={typeof value === 'number' ? value : null}
          unit="人"
          onChange={onChange}
          onBlur={onLeave}
        />
      );
    case 'date':
      return <DateField {...shared} value={words} to={shanghaiDate(serverNow())} onChange={choose} />;
    case 'switch':
      return (
        <RadioList
          {...shared}
          options={yesOrNo}
          value={value === true ? 'yes' : value === false ? 'no' : ''}
          onChange={(chosen) => choose(chosen === 'yes')}
        />
      );
    case 'choice': {
      const options = choicesOf(field, contest, home);
      return inSight(options) ? (
        <RadioList {...shared} options={options} value={words} onChange={choose} />
      ) : (
        <ChoiceField {...shared} options={options} value={words} onChange={choose} />
      );
    }
    case 'sealed':
      return null;
  }
}

import type { KindQuestion } from '@shared/benefits/application/kind';
import { keptOf, typedOf, units } from '@shared/benefits/application/units';
import type { Answer } from '@shared/forms/question';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { serverNow } from '../../../client/server-clock';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { DateField } from '../../../ui/fields/date-field';
import { NumberField } from '../../../ui/fields/number-field';
import { RadioList } from '../../../ui/fields/radio-list';
import { TextArea } from '../../../ui/fields/text-area';
import { TextField } from '../../../ui/fields/text-field';

interface Props {
  section: string;
  question: KindQuestion;
  value: Answer | undefined;
  /** Where the answer was filled in from, while it stands as it was. */
  source: string | undefined;
  error: string | undefined;
  onChange: (value: Answer) => void;
  onLeave: () => void;
}

/** More answers than this are chosen from a list that opens. */
const inSight = 5;

/** One question of an application, drawn by what it takes; a prefilled answer says where it came from and may be changed. */
export function QuestionField({ section, question, value, source, error, onChange, onLeave }: Props) {
  const { name, zh, hintZh, input, max = 200, choices = [], optional, unit, ahead } = question;
  const words = typeof value === 'string' ? value : '';
  const from = source === undefined ? hintZh : `来自${source}，可以修改`;
  const shared = {
    id: `field-${section}-${name}`,
    label: zh,
    hint: from === '' ? undefined : from,
    error,
    required: optional !== true,
  };
  const choose = (chosen: Answer) => {
    onChange(chosen);
    onLeave();
  };
  switch (input) {
    case 'text':
      return <TextField {...shared} value={words} max={max} onChange={onChange} onBlur={onLeave} />;
    case 'code':
      return <TextField {...shared} type="code" value={words} onChange={onChange} onBlur={onLeave} />;
    case 'area':
      return <TextArea {...shared} value={words} max={max} onChange={onChange} onBlur={onLeave} />;
    case 'number':
      return (
        <NumberField
          {...shared}
          {...(unit === undefined ? { digits: 2 } : { digits: units[unit].digits, unit: units[unit].zh })}
          value={typeof value === 'number' ? (unit === undefined ? value : typedOf(value, unit)) : null}
          onChange={(typed) => onChange(typed === null || unit === undefined ? typed : keptOf(typed, unit))}
          onBlur={onLeave}
        />
      );
    case 'date':
      return (
        <DateField {...shared} value={words} to={ahead ? undefined : shanghaiDate(serverNow())} onChange={choose} />
      );
    case 'choice':
      return choices.length <= inSight ? (
        <RadioList {...shared} options={choices} value={words} onChange={choose} />
      ) : (
        <ChoiceField {...shared} options={choices} value={words} onChange={choose} />
      );
    case 'sealed':
      return <TextField {...shared} type="code" value={words} onChange={onChange} onBlur={onLeave} />;
    default:
      return null;
  }
}

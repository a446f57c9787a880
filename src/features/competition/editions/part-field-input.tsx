import type { PartField } from '@shared/competition/edition/part-field';
import type { Value } from '@shared/competition/edition/values';
import { sectionNames, sectionZh } from '@shared/entry/sections';
import { CheckList } from '../../../ui/fields/check-list';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { DateField } from '../../../ui/fields/date-field';
import { NumberField } from '../../../ui/fields/number-field';
import { SwitchRow } from '../../../ui/fields/switch-row';
import { TextArea } from '../../../ui/fields/text-area';
import { TextField } from '../../../ui/fields/text-field';

interface Props {
  field: PartField;
  place: string;
  value: Value | undefined;
  /** Publishing waits for it. */
  needed: boolean;
  error: string | undefined;
  closed: boolean;
  onChange: (value: Value) => void;
  /** The person left the field, or chose. */
  onLeave: () => void;
}

/** Under which id a place of a part stands on the page. */
export const idOfPlace = (place: string): string => `field-${place.replace(/[./]/g, '-')}`;

const sections = sectionNames.map((value) => ({ value, zh: sectionZh[value] }));

/** One thing to fill in, drawn by what it takes. */
export function PartFieldInput({ field, place, value, needed, error, closed, onChange, onLeave }: Props) {
  const { zh, hintZh, input, max, unit } = field;
  const shared = {
    id: idOfPlace(place),
    label: zh,
    hint: hintZh,
    error,
    required: needed,
    disabled: closed,
  };
  const words = typeof value === 'string' ? value : '';
  const choose = (chosen: Value) => {
    onChange(chosen);
    onLeave();
  };
  switch (input) {
    case 'text':
      return <TextField {...shared} value={words} max={max ?? 400} onChange={onChange} onBlur={onLeave} />;
    case 'area':
      return <TextArea {...shared} value={words} max={max ?? 1000} onChange={onChange} onBlur={onLeave} />;
    case 'number':
    case 'money':
    case 'megabytes':
      return (
        <NumberField
          {...shared}
          value={typeof value === 'number' ? value : null}
          unit={unit}
          digits={input === 'number' ? 0 : 2}
          onChange={onChange}
          onBlur={onLeave}
        />
      );
    case 'date':
    case 'firstDay':
    case 'lastDay':
      return <DateField {...shared} value={words} onChange={choose} />;
    case 'switch':
      return (
        <SwitchRow
          id={shared.id}
          label={zh}
          hint={hintZh}
          checked={value === true}
          disabled={closed}
          onChange={choose}
        />
      );
    case 'choice':
      return (
        <ChoiceField
          {...shared}
          options={field.from === 'sections' ? sections : (field.choices ?? [])}
          value={words}
          onChange={choose}
        />
      );
    case 'many':
      return (
        <CheckList
          {...shared}
          options={field.choices ?? []}
          value={words === '' ? [] : words.split(',')}
          onChange={(chosen) => choose(chosen.join(','))}
        />
      );
    case 'hidden':
      return null;
  }
}

import { codeLength } from '@shared/kernel/typed/spoken-code';
import { TextField } from '../../ui/fields/text-field';

interface Props {
  id?: string;
  /** What people call it. */
  zh: string;
  /** Where it is read off, of one that is digits alone; left out: letters and digits that somebody was told. */
  digitsFrom?: string;
  required?: boolean;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
}

/** Where a code is typed that was read out, handed on or stands on another screen. */
export const CodeField = ({ id = 'field-code', zh, digitsFrom, required = true, value, onChange, error }: Props) => (
  <TextField
    id={id}
    label={zh}
    type={digitsFrom === undefined ? 'code' : 'phone'}
    hint={digitsFrom ?? `${codeLength} 位字母和数字，不分大小写，中间的横线和空格可以不输`}
    required={required}
    value={value}
    onChange={onChange}
    error={error}
  />
);

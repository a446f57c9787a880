import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { NumberField } from '../../../src/ui/fields/number-field';

function Asked({ start }: { start: number | null }) {
  const [value, setValue] = useState(start);
  return (
    <>
      <NumberField id="money" label="金额" unit="万元" digits={2} value={value} onChange={setValue} />
      <output>{JSON.stringify(value)}</output>
    </>
  );
}

test('What is typed stays as typed while it becomes a number', async () => {
  render(<Asked start={null} />);
  const field = screen.getByLabelText<HTMLInputElement>('金额');
  await userEvent.type(field, '1.');
  expect(field.value).toBe('1.');
  await userEvent.type(field, '50');
  expect(field.value).toBe('1.50');
  expect(screen.getByText('1.5')).not.toBeNull();
});

test('What is no number stays in sight, is told in words, and gives null', async () => {
  render(<Asked start={3} />);
  const field = screen.getByLabelText<HTMLInputElement>('金额');
  await userEvent.type(field, '万');
  expect(field.value).toBe('3万');
  expect(screen.getByRole('alert').textContent).toBe('请填写数字，小数最多 2 位，后面的“万元”不用填');
  expect(screen.getByText('null')).not.toBeNull();
});

test('A number with too many digits behind the point is told of these, and of no unit', async () => {
  render(<Asked start={null} />);
  await userEvent.type(screen.getByLabelText('金额'), '1.555');
  expect(screen.getByRole('alert').textContent).toBe('请填写数字，小数最多 2 位');
});

test('A comma that separates no thousands is told which sign the point is', async () => {
  render(<Asked start={null} />);
  await userEvent.type(screen.getByLabelText('金额'), '30，5');
  expect(screen.getByRole('alert').textContent).toBe('请填写数字，小数最多 2 位，小数点请用“.”');
  expect(screen.getByText('null')).not.toBeNull();
});

import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { DateField } from '../../../src/ui/fields/date-field';
import { focusField } from '../../../src/ui/fields/focus-field';
import { TextField } from '../../../src/ui/fields/text-field';

test('An error is announced, stands beside its field and belongs to it', () => {
  render(
    <TextField
      id="name"
      label="项目名称"
      hint="不超过 30 个字"
      error="请填写项目名称。"
      value=""
      onChange={jest.fn()}
    />,
  );
  const field = screen.getByRole('textbox', { name: '项目名称' });
  expect(screen.getByRole('alert').textContent).toBe('请填写项目名称。');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(field.getAttribute('aria-describedby')).toBe('name-error name-hint');
});

test('A field without an error announces nothing', () => {
  render(<TextField id="name" label="项目名称" value="" onChange={jest.fn()} />);
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByRole('textbox').getAttribute('aria-invalid')).toBeNull();
});

test('Only a field that may stay empty is marked', () => {
  render(
    <>
      <TextField id="name" label="项目名称" value="" onChange={jest.fn()} />
      <TextField id="site" label="网址" required={false} value="" onChange={jest.fn()} />
    </>,
  );
  expect(screen.getAllByText('选填')).toHaveLength(1);
});

test('What is typed reaches the page, and the focus goes to the field that is named', async () => {
  function Form() {
    const [name, setName] = useState('');
    return <TextField id="name" label="项目名称" value={name} onChange={setName} />;
  }
  render(<Form />);
  focusField('name');
  expect(document.activeElement?.id).toBe('name');
  await userEvent.keyboard('核桃');
  expect(screen.getByLabelText<HTMLInputElement>('项目名称').value).toBe('核桃');
  focusField('nowhere');
  expect(document.activeElement?.id).toBe('name');
});

test('A day that was typed and does not exist is told as such, though its field says that nothing was chosen', () => {
  render(<DateField id="paid" label="付款日期" error="请选择付款日期" value="" onChange={jest.fn()} />);
  const field = screen.getByLabelText('付款日期');
  // jsdom knows no half-typed day; browsers keep it here.
  Object.defineProperty(field, 'validity', { value: { badInput: true } });
  fireEvent.blur(field);
  expect(screen.getByRole('alert').textContent).toBe('日期没有填全，或者没有这一天，请核对');
});

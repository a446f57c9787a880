import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { TextArea } from '../../../src/ui/fields/text-area';
import { TextField } from '../../../src/ui/fields/text-field';

function Title({ told }: { told?: string | undefined }) {
  const [title, setTitle] = useState('');
  return <TextField id="title" label="项目名称" max={4} value={title} onChange={setTitle} error={told} />;
}

test('A line longer than it may be is kept whole, and told with its count', async () => {
  render(<Title />);
  const field = screen.getByRole<HTMLInputElement>('textbox');
  await userEvent.click(field);
  await userEvent.paste('蒲县山货');
  expect(screen.queryByRole('alert')).toBeNull();
  await userEvent.paste('直供');
  expect(field.value).toBe('蒲县山货直供');
  expect(field.getAttribute('maxlength')).toBeNull();
  expect((await screen.findByRole('alert')).textContent).toBe('最多 4 个字，现在 6 个字，请删去 2 个字');
  expect(screen.getByText('6/4')).toBeTruthy();
  expect(field.getAttribute('aria-invalid')).toBe('true');
});

test('What the page says of a line stands before its length', async () => {
  render(<Title told="这个名称已有人用" />);
  await userEvent.type(screen.getByRole('textbox'), '一二三四五');
  expect(screen.getByRole('alert').textContent).toBe('这个名称已有人用');
});

test('A text area counts characters as a person does, and cuts nothing', async () => {
  function Summary() {
    const [words, setWords] = useState('');
    return <TextArea id="summary" label="简介" max={3} value={words} onChange={setWords} />;
  }
  render(<Summary />);
  const field = screen.getByRole<HTMLTextAreaElement>('textbox');
  await userEvent.click(field);
  await userEvent.paste('𠮷🌰');
  await screen.findByText('2/3');
  await userEvent.paste('山货');
  expect(field.value).toBe('𠮷🌰山货');
  expect((await screen.findByRole('alert')).textContent).toBe('最多 3 个字，现在 4 个字，请删去 1 个字');
});

test('What a keyboard told only as the field was left is taken', () => {
  const onChange = jest.fn();
  const onBlur = jest.fn();
  render(<TextField id="name" label="姓名" value="王" onChange={onChange} onBlur={onBlur} />);
  const field = screen.getByRole<HTMLInputElement>('textbox');
  fireEvent.blur(field, { target: { value: '王' } });
  expect(onChange).not.toHaveBeenCalled();
  fireEvent.blur(field, { target: { value: '王小明' } });
  expect(onChange).toHaveBeenCalledWith('王小明');
  expect(onBlur).toHaveBeenCalledTimes(2);
});

test('What will not be kept is told under the field, which stays as it was typed', async () => {
  render(<Title />);
  const field = screen.getByRole<HTMLInputElement>('textbox');
  await userEvent.click(field);
  await userEvent.paste('\u202e山货');
  await screen.findByText('已去掉 1 个看不见的字符');
  expect(document.getElementById('title-dropped')?.textContent).toBe('已去掉 1 个看不见的字符');
  expect(field.value).toBe('\u202e山货');
});

test('An identity number in prose is told beside it before anything is sent; a search may hold one', async () => {
  const Prose = ({ type }: { type: 'text' | 'search' }) => {
    const [words, setWords] = useState('');
    return <TextField id="prose" label="说明" type={type} value={words} onChange={setWords} />;
  };
  const { unmount } = render(<Prose type="text" />);
  await userEvent.type(screen.getByRole('textbox'), '11010519491231002X');
  expect((await screen.findByRole('alert')).textContent).toBe('请不要在这里填写身份证号，删去后再保存');
  unmount();
  render(<Prose type="search" />);
  await userEvent.type(screen.getByRole('textbox'), '11010519491231002X');
  expect(screen.queryByRole('alert')).toBeNull();
});

import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { Failure } from '../../../src/client/transport/failure';
import { AskedForm, FormPage } from '../../../src/patterns/asked-form';
import { useFieldErrors } from '../../../src/patterns/use-field-errors';
import { TextField } from '../../../src/ui/fields/text-field';

const send = jest.fn();
const button = { id: 'stall-send', zh: '申请' };
const refusal = new Failure('STALL_TAKEN', '这个摊位已被借走');

function Stall({ failure = null, whole = false }: { failure?: Failure | null; whole?: boolean }) {
  const [name, setName] = useState('');
  const errors = useFieldErrors(failure, { name: name === '' && '请填写摊位名称' });
  const form = {
    errors,
    button,
    onSend: () => send(name),
    children: <TextField id="field-name" label="名称" value={name} onChange={setName} error={errors.of('name')} />,
  };
  return whole ? <FormPage title="申请摊位" {...form} /> : <AskedForm {...form} />;
}

beforeEach(() => send.mockReset());

test.each([{ whole: false }, { whole: true }])(
  'nothing is sent while something is missing, which is then said beside its field (a page of its own: $whole)',
  async ({ whole }) => {
    render(<Stall whole={whole} />);
    fireEvent.click(screen.getByText('申请'));
    expect(await screen.findByText('请填写摊位名称')).toBeTruthy();
    expect(send).not.toHaveBeenCalled();
    const field = document.querySelector('#field-name') as HTMLElement;
    fireEvent.input(field, { target: { value: '山货' }, detail: { value: '山货' } });
    fireEvent.click(screen.getByText('申请'));
    await waitFor(() => expect(send).toHaveBeenCalledWith('山货'));
  },
);

test('what the server says of the whole stands above the button', () => {
  const { container } = render(<Stall failure={refusal} />);
  const words = container.textContent ?? '';
  expect(words.indexOf('这个摊位已被借走')).toBeGreaterThan(words.indexOf('名称'));
  expect(words.indexOf('这个摊位已被借走')).toBeLessThan(words.indexOf('申请'));
});

test('on a page it stands in the bar at the bottom, in sight however long the form is', () => {
  render(<Stall failure={refusal} whole />);
  const bar = document.querySelector('.xh-page-action');
  expect(bar?.textContent).toContain('这个摊位已被借走');
  expect(bar?.querySelector('#stall-send')).not.toBeNull();
});

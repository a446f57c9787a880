import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CheckList } from '../../../src/ui/fields/check-list';
import { CheckRow } from '../../../src/ui/fields/check-row';
import { ChoiceField } from '../../../src/ui/fields/choice-field';
import { DateField } from '../../../src/ui/fields/date-field';
import { RadioList } from '../../../src/ui/fields/radio-list';
import { SwitchRow } from '../../../src/ui/fields/switch-row';

const options = [
  { value: 'yaodu', zh: '尧都区' },
  { value: 'puxian', zh: '蒲县' },
] as const;

test('A list to choose from starts with nothing chosen and gives the value, not the words', async () => {
  const choose = jest.fn();
  render(<ChoiceField id="region" label="所在县区" options={options} value="" onChange={choose} />);
  const list = screen.getByRole<HTMLSelectElement>('combobox', { name: '所在县区' });
  expect(list.value).toBe('');
  await userEvent.selectOptions(list, '蒲县');
  expect(choose.mock.calls).toEqual([['puxian']]);
});

test('A radio list shows what is chosen and tells only of a change', async () => {
  const choose = jest.fn();
  render(<RadioList id="region" label="所在县区" options={options} value="yaodu" onChange={choose} />);
  expect(screen.getByRole('radio', { checked: true }).id).toBe('region-yaodu');
  await userEvent.click(screen.getByRole('radio', { name: '尧都区' }));
  await userEvent.click(screen.getByRole('radio', { name: '蒲县' }));
  expect(choose.mock.calls).toEqual([['puxian']]);
});

test('A box is not ticked beforehand', async () => {
  const tick = jest.fn();
  render(<CheckRow id="agree" label="同意公示" onChange={tick} />);
  const box = screen.getByRole('checkbox', { name: '同意公示', checked: false });
  await userEvent.click(box);
  expect(tick.mock.calls).toEqual([[true]]);
});

test('A disabled box cannot be ticked', async () => {
  const tick = jest.fn();
  render(<CheckRow id="agree" label="同意公示" disabled onChange={tick} />);
  await userEvent.click(screen.getByRole('checkbox'));
  expect(tick).not.toHaveBeenCalled();
});

test('What is ticked of several keeps the order of the options', async () => {
  const tick = jest.fn();
  render(<CheckList id="region" label="县区" options={options} value={['puxian']} onChange={tick} />);
  await userEvent.click(screen.getByRole('checkbox', { name: '尧都区' }));
  await userEvent.click(screen.getByRole('checkbox', { name: '蒲县' }));
  expect(tick.mock.calls).toEqual([[['yaodu', 'puxian']], [[]]]);
});

test('A switch says its state in a word too', async () => {
  const turn = jest.fn();
  render(<SwitchRow id="elder" label="大字模式" checked onChange={turn} />);
  expect(screen.getByText('已开')).not.toBeNull();
  await userEvent.click(screen.getByRole('switch', { name: '大字模式', checked: true }));
  expect(turn.mock.calls).toEqual([[false]]);
});

test('A day is chosen as year, month and day', () => {
  const choose = jest.fn();
  render(<DateField id="day" label="登记日期" value="2026-10-15" from="2020-01-01" onChange={choose} />);
  const day = screen.getByLabelText<HTMLInputElement>('登记日期');
  expect([day.value, day.min]).toEqual(['2026-10-15', '2020-01-01']);
  fireEvent.change(day, { target: { value: '2026-10-16' } });
  expect(choose.mock.calls).toEqual([['2026-10-16']]);
});

import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { HalfDaysField } from '../../../../src/features/training/desk/half-days-field';
import type { HalfDay } from '../../../../src/shared/training/half-day';
import { control, type } from '../../../support/shown';

function Form() {
  const [value, setValue] = useState<HalfDay[]>([]);
  return <HalfDaysField value={value} onChange={setValue} error={undefined} />;
}

test('days and hours beyond their bounds are told beside their fields and add nothing; a weekend is passed over', () => {
  render(<Form />);
  const shut = () => control('add-days').hasAttribute('disabled');
  expect(shut()).toBe(true);
  // A Friday.
  type('field-first', '2026-11-27');
  expect(shut()).toBe(false);
  for (const days of ['0', '57']) {
    type('field-days', days);
    expect(screen.getByText('请填 1 至 56 天')).toBeTruthy();
    expect(shut()).toBe(true);
  }
  type('field-days', '２');
  expect(screen.queryByText('请填 1 至 56 天')).toBeNull();
  type('field-am', '9');
  expect(screen.getByText(/^半天最多 \d 课时$/)).toBeTruthy();
  fireEvent.click(control('add-days'));
  expect(screen.getByText('共 0 课时')).toBeTruthy();
  type('field-am', '4');
  type('field-pm', '0');
  fireEvent.click(control('add-days'));
  expect(screen.getByText('共 8 课时')).toBeTruthy();
  expect(control('half-2026-11-30-am')).toBeTruthy();
  fireEvent.click(control('drop-2026-11-27-am'));
  expect(screen.getByText('共 4 课时')).toBeTruthy();
});

test('a half-day of no hours at all is told, and public holidays are passed over, of a year without its notice those of every year', () => {
  render(<Form />);
  type('field-first', '2026-12-31');
  type('field-days', '2');
  expect(screen.getByText(/^有的年份还没有公布放假安排/)).toBeTruthy();
  fireEvent.click(control('add-days'));
  expect(document.getElementById('half-2027-01-01-am')).toBeNull();
  expect(control('half-2027-01-04-am')).toBeTruthy();
  // The notice of 2026 has its National Day, and a Saturday that is worked for it.
  type('field-first', '2026-09-30');
  type('field-days', '2');
  fireEvent.click(control('add-days'));
  expect(control('half-2026-10-08-am')).toBeTruthy();
  fireEvent.click(control('weekends'));
  fireEvent.click(control('add-days'));
  expect(control('half-2026-10-01-am')).toBeTruthy();
  type('field-am', '0');
  type('field-pm', '0');
  expect(screen.getByText('上午、下午不能都填 0')).toBeTruthy();
  expect(control('add-days').hasAttribute('disabled')).toBe(true);
});

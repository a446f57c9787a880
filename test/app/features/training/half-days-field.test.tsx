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

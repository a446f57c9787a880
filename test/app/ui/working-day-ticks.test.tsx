import { render, screen } from '@testing-library/react';
import { ticksOf, WorkingDayTicks } from '../../../src/ui/figures/working-day-ticks';

const drawn = (ticks: readonly string[]) => ticks.map((tick) => tick[0]).join('');

test.each([
  ['nothing is used before the first day', { total: 5, left: 5 }, 'lllll'],
  ['the first day is today', { total: 5, left: 4 }, 'tllll'],
  ['one day is left after today', { total: 5, left: 1 }, 'uuutl'],
  ['today is the last', { total: 5, left: 0 }, 'uuuut'],
  ['two days over', { total: 5, left: 0, over: 2 }, 'uuuuuoo'],
  ['overdue, though no working day has passed', { total: 3, left: 0, over: 0 }, 'uuuo'],
  ['many days over are not counted by the eye', { total: 3, left: 0, over: 40 }, 'uuuooooo'],
  ['more left than the term has', { total: 3, left: 9 }, 'lll'],
])('%s', (_, term, wanted) => {
  expect(drawn(ticksOf(term))).toBe(wanted);
});

test('words stand beside the ticks, which are not read out; a stopped clock says so', () => {
  const { container, rerender } = render(<WorkingDayTicks total={5} left={1} words="还剩 1 个工作日" />);
  expect(screen.getByText('还剩 1 个工作日')).toBeTruthy();
  expect(container.querySelector('.xh-ticks')?.getAttribute('aria-hidden')).toBe('true');
  expect(container.querySelectorAll('.xh-tick-used')).toHaveLength(3);
  rerender(<WorkingDayTicks total={5} left={1} paused words="还剩 1 个工作日" />);
  expect(screen.getByText('已暂停，还剩 1 个工作日')).toBeTruthy();
});

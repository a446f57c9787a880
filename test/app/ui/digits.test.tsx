import { render, screen } from '@testing-library/react';
import { Digits, spelled } from '../../../src/ui/digits';

test.each([
  ['138****5678', '1 3 8，隐藏 4 位，5 6 7 8'],
  ['14260219900307001X', '1 4 2 6 0 2 1 9 9 0 0 3 0 7 0 0 1 X'],
  ['XH2026-141033-0007', 'X H 2 0 2 6，1 4 1 0 3 3，0 0 0 7'],
])('%s is spelled out', (number, said) => {
  expect(spelled(number)).toBe(said);
});

test('A number is seen as it stands, and read only as it is spelled', () => {
  render(<Digits>138****5678</Digits>);
  expect(screen.getByText('138****5678').getAttribute('aria-hidden')).toBe('true');
  expect(screen.getByText('1 3 8，隐藏 4 位，5 6 7 8').className).toBe('xh-unseen');
});

test('Words are no number', () => {
  const { container } = render(<Digits>未填写</Digits>);
  expect(container.innerHTML).toBe('<div class="xh-number">未填写</div>');
});

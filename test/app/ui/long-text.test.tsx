import { fireEvent, render, screen } from '@testing-library/react';
import { KeyValue } from '../../../src/ui/lists/key-value';
import { LongText } from '../../../src/ui/long-text';

const long = '一段很长的介绍。'.repeat(40);

test('a long text is folded, the whole of it is there to hear, and a tap opens and closes it', () => {
  render(<LongText>{long}</LongText>);
  const words = screen.getByText(long);
  expect(words.className).toContain('xh-prose-folded');
  const sign = screen.getByText('展开全文');
  expect(sign.getAttribute('aria-expanded')).toBe('false');
  fireEvent.click(sign);
  expect(words.className).not.toContain('xh-prose-folded');
  expect(screen.getByText('收起').getAttribute('aria-expanded')).toBe('true');
  fireEvent.click(screen.getByText('收起'));
  expect(words.className).toContain('xh-prose-folded');
});

test('many short lines are long too; a short text is never folded', () => {
  const { unmount } = render(<LongText>{'一行\n'.repeat(7)}</LongText>);
  expect(screen.getByText('展开全文')).toBeTruthy();
  unmount();
  render(<LongText>{'两\n行'}</LongText>);
  expect(screen.queryByText('展开全文')).toBeNull();
});

test('what somebody wrote keeps its paragraphs between labels', () => {
  render(<KeyValue items={[{ label: '项目介绍', value: '第一段\n\n第二段' }]} />);
  expect(screen.getByText(/第一段/).className).toContain('xh-prose');
});

import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ElderContext } from '../../../src/ui/elder';
import { Page } from '../../../src/ui/page';

test('In elder mode the page carries the class that switches every measure', () => {
  const { container, rerender } = render(<Page title="报名">内容</Page>);
  expect(container.firstElementChild?.className).toBe('xh-page');
  rerender(
    <ElderContext.Provider value={true}>
      <Page title="报名">内容</Page>
    </ElderContext.Provider>,
  );
  expect(container.firstElementChild?.className).toBe('xh-page elder');
});

test('A page that failed says what happened and offers to try again, without its action', async () => {
  const retry = jest.fn();
  render(
    <Page title="报名" state="error" error="网络不通。" onRetry={retry} action="提交">
      内容
    </Page>,
  );
  expect(screen.getByRole('alert').textContent).toBe('网络不通。');
  expect(screen.queryByText('内容')).toBeNull();
  expect(screen.queryByText('提交')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '重试' }));
  expect(retry).toHaveBeenCalledTimes(1);
});

test('A page that loads says so', () => {
  render(<Page state="loading">内容</Page>);
  expect(screen.getByRole('status', { name: '正在加载' })).not.toBeNull();
  expect(screen.queryByText('内容')).toBeNull();
});

import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Sheet } from '../../../src/ui/sheets/sheet';

test('A sheet is a named dialog that its cross closes, and nothing while closed', async () => {
  const close = jest.fn();
  const { rerender } = render(
    <Sheet id="reasons" open={false} title="退回原因" onClose={close}>
      内容
    </Sheet>,
  );
  expect(screen.queryByText('内容')).toBeNull();
  rerender(
    <Sheet id="reasons" open title="退回原因" onClose={close}>
      内容
    </Sheet>,
  );
  expect(screen.getByRole('dialog', { name: '退回原因' })).not.toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '关闭' }));
  expect(close).toHaveBeenCalledTimes(1);
});

import { fireEvent, render, screen } from '@testing-library/react';
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

test('Escape closes a sheet also from a field that keeps its keys, but not while an input method takes them', async () => {
  const close = jest.fn();
  render(
    <Sheet id="reasons" open title="退回原因" onClose={close}>
      <input aria-label="理由" onKeyDown={(event) => event.stopPropagation()} />
    </Sheet>,
  );
  const field = screen.getByRole('textbox', { name: '理由' });
  fireEvent.keyDown(field, { key: 'Escape', isComposing: true });
  expect(close).not.toHaveBeenCalled();
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(close).toHaveBeenCalledTimes(1);
});

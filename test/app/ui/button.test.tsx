import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Button } from '../../../src/ui/button';

test('A second tap while the first one is at work does nothing', async () => {
  let finish: () => void = () => undefined;
  const work = jest.fn(() => new Promise<void>((resolve) => (finish = resolve)));
  render(
    <Button id="submit" onTap={work}>
      提交
    </Button>,
  );
  const button = screen.getByRole('button', { name: '提交' });
  await userEvent.dblClick(button);
  expect(work).toHaveBeenCalledTimes(1);
  expect(button.getAttribute('aria-busy')).toBe('true');
  finish();
  await screen.findByRole('button', { name: '提交', busy: false });
  await userEvent.click(button);
  expect(work).toHaveBeenCalledTimes(2);
});

test('A busy and a disabled button do nothing', async () => {
  const work = jest.fn();
  render(
    <>
      <Button id="busy" busy onTap={work}>
        提交
      </Button>
      <Button id="disabled" disabled onTap={work}>
        撤回
      </Button>
    </>,
  );
  await userEvent.click(screen.getByRole('button', { name: '提交' }));
  await userEvent.click(screen.getByRole('button', { name: '撤回' }));
  expect(work).not.toHaveBeenCalled();
});

test('Work that is done at once leaves the button ready', async () => {
  const work = jest.fn();
  render(
    <Button id="add" onTap={work} label="添加成员">
      添加
    </Button>,
  );
  await userEvent.click(screen.getByRole('button', { name: '添加成员' }));
  await userEvent.click(screen.getByRole('button', { name: '添加成员' }));
  expect(work).toHaveBeenCalledTimes(2);
});

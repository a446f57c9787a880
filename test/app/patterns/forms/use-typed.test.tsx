import Taro from '@tarojs/taro';
import { fireEvent, render, screen } from '@testing-library/react';
import { holdsUnsent, leaveDevice } from '../../../../src/client/session/leave-device';
import { useTyped } from '../../../../src/patterns/forms/use-typed';

function Form({ of, stands }: { of: string; stands?: string }) {
  const [text, type, sent] = useTyped(of, stands);
  return (
    <>
      <input aria-label="text" value={text} onChange={(event) => type(event.target.value)} />
      <button type="button" onClick={sent}>
        sent
      </button>
    </>
  );
}
const field = () => screen.getByLabelText('text') as HTMLInputElement;

test('who goes back finds what was typed again, until it was sent or nothing of it is left', () => {
  const first = render(<Form of="a" />);
  fireEvent.change(field(), { target: { value: '写到一半' } });
  first.unmount();
  const second = render(<Form of="a" />);
  expect(field().value).toBe('写到一半');
  second.rerender(<Form of="a" />);
  fireEvent.click(screen.getByText('sent'));
  second.unmount();
  const third = render(<Form of="a" />);
  expect(field().value).toBe('');
  fireEvent.change(field(), { target: { value: '再写' } });
  fireEvent.change(field(), { target: { value: '' } });
  third.unmount();
  expect(holdsUnsent()).toBe(false);
});

test('another form’s is another; what a colleague saved meanwhile is shown instead', () => {
  const first = render(<Form of="b" stands="旧" />);
  fireEvent.change(field(), { target: { value: '旧的上面写的' } });
  first.unmount();
  const other = render(<Form of="c" stands="旧" />);
  expect(field().value).toBe('旧');
  other.unmount();
  const changed = render(<Form of="b" stands="同事写的" />);
  expect(field().value).toBe('同事写的');
  changed.unmount();
});

test('whoever leaves the device takes it along', () => {
  const first = render(<Form of="d" />);
  fireEvent.change(field(), { target: { value: '只给自己看' } });
  first.unmount();
  expect(holdsUnsent()).toBe(true);
  leaveDevice();
  render(<Form of="d" />);
  expect(field().value).toBe('');
});

test('the device is written to once a pause, not with every key; what was sent within it is not kept', () => {
  jest.useFakeTimers();
  const written = jest.spyOn(Taro, 'setStorageSync');
  const page = render(<Form of="e" />);
  for (const value of ['山', '山货', '山货进', '山货进城']) fireEvent.change(field(), { target: { value } });
  expect(written).not.toHaveBeenCalled();
  jest.advanceTimersByTime(300);
  expect(written.mock.calls.map(([, kept]) => kept)).toEqual([{ stands: '', typed: '山货进城' }]);
  fireEvent.change(field(), { target: { value: '山货进城了' } });
  fireEvent.click(screen.getByText('sent'));
  page.unmount();
  jest.advanceTimersByTime(300);
  expect(written).toHaveBeenCalledTimes(1);
  expect(holdsUnsent()).toBe(false);
  jest.useRealTimers();
  written.mockRestore();
});

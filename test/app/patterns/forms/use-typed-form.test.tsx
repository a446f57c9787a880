import Taro from '@tarojs/taro';
import { fireEvent, render, screen } from '@testing-library/react';
import { forgetOldForms } from '../../../../src/client/session/kept-forms';
import { holdsUnsent, leaveDevice } from '../../../../src/client/session/leave-device';
import { useTypedForm } from '../../../../src/patterns/forms/use-typed-form';

function Form({ about, stands = '', when }: { about: string; stands?: string; when?: string }) {
  const form = useTypedForm('letter', about);
  const [text, type] = form.field('text', stands);
  const [days, setDays] = form.field<number | null>('days', 10);
  const [chosen, choose] = form.field<readonly string[]>('chosen', when ? [when] : []);
  return (
    <>
      <input aria-label="text" value={text} onChange={(event) => type(event.target.value)} />
      <input aria-label="days" value={days ?? ''} onChange={(event) => setDays(Number(event.target.value) || null)} />
      <button type="button" onClick={() => choose([...chosen, 'photo'])}>
        {`chosen: ${chosen.join()}`}
      </button>
      <button type="button" onClick={form.sent}>
        sent
      </button>
      <button type="button" onClick={form.saved}>
        saved
      </button>
    </>
  );
}
const field = (name = 'text') => screen.getByLabelText(name) as HTMLInputElement;
const type = (value: string, name = 'text') => fireEvent.change(field(name), { target: { value } });
const tap = (words: string | RegExp) => fireEvent.click(screen.getByText(words));
const keysHeld = () => Taro.getStorageInfoSync().keys.filter((key) => key.startsWith('xinghuo-draft:'));

beforeEach(() => leaveDevice());
afterEach(() => {
  jest.useRealTimers();
});

test('who goes back finds texts, numbers and choices again, until they were sent or nothing of them is left', () => {
  const first = render(<Form about="a" />);
  type('写到一半');
  type('15', 'days');
  tap(/chosen/);
  first.unmount();
  expect(keysHeld()).toEqual(['xinghuo-draft:typed:letter:a']);
  const second = render(<Form about="a" />);
  expect([field().value, field('days').value]).toEqual(['写到一半', '15']);
  screen.getByText('chosen: photo');
  tap('sent');
  expect([field().value, field('days').value]).toEqual(['', '10']);
  second.unmount();
  expect(keysHeld()).toEqual([]);
  const third = render(<Form about="a" />);
  type('再写');
  type('');
  third.unmount();
  expect(holdsUnsent()).toBe(false);
});

test('what was saved stays in sight and leaves the device', () => {
  const page = render(<Form about="s" stands="旧" />);
  type('新');
  tap('saved');
  expect([field().value, keysHeld()]).toEqual(['新', []]);
  page.rerender(<Form about="s" stands="新" />);
  page.unmount();
  expect(keysHeld()).toEqual([]);
});

test('another case’s is another, also on a page that goes from one to the next', () => {
  const page = render(<Form about="one" />);
  type('给第一个的');
  page.rerender(<Form about="two" />);
  expect(field().value).toBe('');
  type('给第二个的');
  page.rerender(<Form about="one" />);
  expect(field().value).toBe('给第一个的');
  page.unmount();
  expect(keysHeld()).toEqual(['xinghuo-draft:typed:letter:one', 'xinghuo-draft:typed:letter:two']);
});

test('what a colleague changed meanwhile is shown instead, the other fields stay; what is being typed is never taken away', () => {
  const first = render(<Form about="b" stands="旧" when="id" />);
  type('旧的上面写的');
  type('15', 'days');
  first.rerender(<Form about="b" stands="同事写的" when="id" />);
  expect(field().value).toBe('旧的上面写的');
  first.unmount();
  const changed = render(<Form about="b" stands="同事写的" when="id" />);
  expect([field().value, field('days').value]).toEqual(['同事写的', '15']);
  changed.unmount();
});

test('whoever leaves the device takes it along', () => {
  const first = render(<Form about="d" />);
  type('只给自己看');
  first.unmount();
  expect(holdsUnsent()).toBe(true);
  leaveDevice();
  render(<Form about="d" />);
  expect(field().value).toBe('');
});

test('a form that nobody went on with for 30 days is forgotten', () => {
  jest.useFakeTimers({ now: Date.UTC(2026, 9, 1) });
  const page = render(<Form about="old" />);
  type('没有再写');
  page.unmount();
  Taro.setStorageSync('xinghuo-draft:entry-1:project', { values: {} });
  jest.setSystemTime(Date.UTC(2026, 9, 31));
  forgetOldForms();
  expect(keysHeld()).toEqual(['xinghuo-draft:typed:letter:old', 'xinghuo-draft:entry-1:project']);
  jest.setSystemTime(Date.UTC(2026, 9, 31) + 1);
  forgetOldForms();
  expect(keysHeld()).toEqual(['xinghuo-draft:entry-1:project']);
});

test('the device is written to once a pause, not with every key; what was sent within it is not kept', () => {
  jest.useFakeTimers({ now: 1_000 });
  const written = jest.spyOn(Taro, 'setStorageSync');
  const page = render(<Form about="e" />);
  for (const value of ['山', '山货', '山货进', '山货进城']) type(value);
  expect(written).not.toHaveBeenCalled();
  jest.advanceTimersByTime(300);
  expect(written.mock.calls.map(([, kept]) => kept)).toEqual([
    { at: 1_300, fields: { text: { stands: '', typed: '山货进城' } } },
  ]);
  type('山货进城了');
  tap('sent');
  page.unmount();
  jest.advanceTimersByTime(300);
  expect(written).toHaveBeenCalledTimes(1);
  expect(holdsUnsent()).toBe(false);
  written.mockRestore();
});

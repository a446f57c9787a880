import Taro from '@tarojs/taro';
import { act, fireEvent, render } from '@testing-library/react';
import { leaveDevice } from '../../../../src/client/session/leave-device';
import { ReasonSheet } from '../../../../src/patterns/cases/reason-sheet';

const offered = { move: 'reopen', label: '重新审核', danger: null, closed: null };
const send = jest.fn(async (_reason: string, _note: string) => true);

const sheet = (about: string) => (
  <ReasonSheet
    move="reopen"
    about={about}
    offered={offered}
    hint="写明为什么"
    max={300}
    noteHint="仅工作人员可见"
    open
    onClose={() => undefined}
    failure={null}
    onSend={send}
  />
);
const field = (id: string) => document.getElementById(id) as HTMLTextAreaElement;
const type = (id: string, value: string) => fireEvent.change(field(id), { target: { value } });
const typed = () => [field('reopen-reason').value, field('reopen-note').value];
const held = () => Taro.getStorageInfoSync().keys.filter((key) => key.startsWith('xinghuo-draft:'));

beforeEach(() => leaveDevice());

test('reason and note of a move are found again on its case alone, until the move was made', async () => {
  const page = render(sheet('case-1'));
  type('reopen-reason', '申诉属实');
  type('reopen-note', '请先电话核实');
  page.unmount();
  const other = render(sheet('case-2'));
  expect(typed()).toEqual(['', '']);
  other.unmount();

  const again = render(sheet('case-1'));
  expect(typed()).toEqual(['申诉属实', '请先电话核实']);
  send.mockResolvedValueOnce(false);
  await act(async () => void fireEvent.click(field('reopen-send')));
  expect(typed()).toEqual(['申诉属实', '请先电话核实']);
  expect(held()).toEqual(['xinghuo-draft:typed:reopen:case-1']);
  await act(async () => void fireEvent.click(field('reopen-send')));
  expect(send.mock.lastCall).toEqual(['申诉属实', '请先电话核实']);
  expect([typed(), held()]).toEqual([['', ''], []]);
  again.unmount();
});

test('a reason that is being written when its move is offered no more stays to be read, and is said not to be sent', async () => {
  const about = (given: typeof offered | null) => (
    <ReasonSheet
      move="decline"
      about="case-3"
      offered={given}
      hint="写明为什么"
      max={300}
      open
      onClose={() => undefined}
      failure={null}
      onSend={send}
    />
  );
  const page = render(about(offered));
  type('decline-reason', '教室不合适');
  page.rerender(about(null));
  expect(field('decline-reason').value).toBe('教室不合适');
  expect(page.getByText(/^没有发出：/)).toBeTruthy();
  expect(field('decline-send').hasAttribute('disabled')).toBe(true);
});

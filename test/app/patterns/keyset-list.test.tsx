import { fireEvent, render, screen } from '@testing-library/react';
import { Failure, networkFailure } from '../../../src/client/transport/failure';
import { KeysetList } from '../../../src/patterns/keyset-list';

type Known = Parameters<typeof KeysetList<string>>[0]['list'];

const again = jest.fn();
const loadMore = jest.fn();
const draw = (more: Partial<Known>) =>
  render(
    <KeysetList
      id="more"
      list={{ rows: null, error: null, again, more: false, loadingMore: false, loadMore, ...more }}
      empty={<p>没有摊位</p>}
    >
      {(rows) => rows.map((row) => <p key={row}>{row}</p>)}
    </KeysetList>,
  );

test('rows stand with the way to the next ones', () => {
  draw({ rows: ['核桃', '红枣'], more: true });
  expect(screen.getByText('红枣')).toBeTruthy();
  expect(screen.queryByText('没有摊位')).toBeNull();
  fireEvent.click(screen.getByText('查看更多'));
  expect(loadMore).toHaveBeenCalled();
});

test('a list with nothing in it says so', () => {
  draw({ rows: [] });
  expect(screen.getByText('没有摊位')).toBeTruthy();
});

test('while rows are on their way nothing is said to be missing', () => {
  draw({});
  expect(screen.queryByText('没有摊位')).toBeNull();
});

test('silence may be asked again, a no may not', () => {
  const silent = draw({ error: networkFailure() });
  fireEvent.click(screen.getByText('重试'));
  expect(again).toHaveBeenCalled();
  silent.unmount();
  draw({ error: new Failure('FORBIDDEN', '您不能查看') });
  expect(screen.getByText('您不能查看')).toBeTruthy();
  expect(screen.queryByText('重试')).toBeNull();
});

import { Failure } from '../../../../src/client/transport/failure';
import {
  type Draft,
  MarkKeeper,
  type ReviewSection,
} from '../../../../src/features/screening/review/marks/mark-keeper';
import { section } from './review-view';

type Sent = { section: string; markVersion: number; draft: Draft };

/** A server that keeps marks and refuses stale ones. */
function keeperOn(base: ReviewSection) {
  let held = base;
  const sent: Sent[] = [];
  const keeper = new MarkKeeper(async (name, markVersion, draft) => {
    sent.push({ section: name, markVersion, draft });
    if (markVersion !== held.markVersion)
      throw new Failure('SCREENING_MARK_STALE', '这一部分的意见刚在另一台设备上改过', {}, held);
    held = { ...held, ...draft, markVersion: markVersion + 1 };
    return held;
  });
  keeper.load([base], 1);
  const setHeld = (next: ReviewSection) => {
    held = next;
  };
  return { keeper, sent, setHeld, mark: () => keeper.all().get('project') };
}

test('a mark is saved with the version it was read at, and the next with the next', async () => {
  const { keeper, sent, mark } = keeperOn(section('project', '项目情况'));
  keeper.change('project', { verdict: 'fault' });
  expect(await keeper.flush()).toBe(true);
  keeper.change('project', { comment: '请写明客户' });
  expect(mark()?.state).toBe('waiting');
  expect(await keeper.flush()).toBe(true);
  expect(sent.map(({ markVersion, draft }) => [markVersion, draft.verdict, draft.comment])).toEqual([
    [0, 'fault', ''],
    [1, 'fault', '请写明客户'],
  ]);
  expect(mark()?.state).toBe('saved');
});

test('a colleague’s newer mark is laid beside what is typed, and either can be taken', async () => {
  const base = section('project', '项目情况');
  const theirs = { ...base, verdict: 'fault' as const, comment: '缺少客户', markVersion: 4 };
  const { keeper, setHeld, mark } = keeperOn(base);
  setHeld(theirs);
  keeper.change('project', { verdict: 'ok' });
  expect(await keeper.flush()).toBe(false);
  expect(mark()).toMatchObject({ state: 'stale', draft: { verdict: 'ok' }, theirs: { comment: '缺少客户' } });
  keeper.settle('project', 'mine');
  expect(await keeper.flush()).toBe(true);
  expect(mark()).toMatchObject({ state: 'saved', draft: { verdict: 'ok' }, base: { markVersion: 5 } });
});

test('what is typed and not saved survives a reload; what is saved follows it', async () => {
  const base = section('project', '项目情况');
  const { keeper, mark } = keeperOn(base);
  keeper.change('project', { comment: '还在写' });
  keeper.load([{ ...base, comment: '别处的话', markVersion: 1 }], 1);
  expect(mark()?.draft.comment).toBe('还在写');
  keeper.load([{ ...base, comment: '新一轮' }], 2);
  expect(mark()?.draft.comment).toBe('新一轮');
});

test('an answer older than the last save does not undo it', async () => {
  const base = section('project', '项目情况');
  const { keeper, mark } = keeperOn(base);
  keeper.change('project', { verdict: 'ok' });
  await keeper.flush();
  keeper.load([base], 1);
  expect(mark()?.draft.verdict).toBe('ok');
});

import { holdsUnsent, leaveDevice } from '../../../../src/client/session/leave-device';
import { Failure } from '../../../../src/client/transport/failure';
import {
  type Draft,
  MarkKeeper,
  type ReviewSection,
} from '../../../../src/features/screening/review/marks/mark-keeper';
import { notesOf } from '../../../../src/features/screening/review/marks/mark-notes';
import { section } from './review-view';

const notes = notesOf('entry-1', () => true);
beforeEach(() => leaveDevice());

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
  }, notes);
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

test('a mark that the network did not take stands on this device: the next page saves it, or lays it beside a colleague’s', async () => {
  const base = section('project', '项目情况');
  const away = () => new MarkKeeper(() => Promise.reject(new Failure('OFFLINE', '网络不通')), notes);
  const first = away();
  first.load([base], 1);
  first.change('project', { verdict: 'fault', comment: '缺少客户名单' });
  expect(await first.flush()).toBe(false);
  expect(holdsUnsent()).toBe(true);

  const lost = away();
  lost.load([{ ...base, comment: '同事写的', markVersion: 3 }], 1);
  expect(lost.all().get('project')).toMatchObject({
    state: 'stale',
    draft: { comment: '缺少客户名单' },
    theirs: { comment: '同事写的' },
  });

  const { keeper, sent, mark } = keeperOn(base);
  expect(mark()).toMatchObject({ state: 'waiting', draft: { verdict: 'fault', comment: '缺少客户名单' } });
  expect(await keeper.flush()).toBe(true);
  expect(sent.map(({ draft }) => draft.comment)).toEqual(['缺少客户名单']);
  expect([mark()?.state, holdsUnsent()]).toEqual(['saved', false]);
});

test('a mark whose answer alone was lost is no conflict; who does not hold the entry, or reads it anew, is given none', async () => {
  const base = section('project', '项目情况');
  const draft = { verdict: 'fault' as const, codes: [], fields: [], seen: [], comment: '缺少客户名单' };
  notes.write('project', { round: 1, markVersion: 0, draft });
  const idle = new MarkKeeper(
    () => Promise.reject(new Error('nothing is saved')),
    notesOf('entry-1', () => false),
  );
  idle.load([base], 1);
  expect(idle.all().get('project')).toMatchObject({ state: 'saved', draft: { comment: '' } });
  expect(holdsUnsent()).toBe(true);
  const arrived = new MarkKeeper(() => Promise.reject(new Error('nothing is saved')), notes);
  arrived.load([{ ...base, ...draft, markVersion: 1 }], 1);
  expect([arrived.all().get('project')?.state, holdsUnsent()]).toEqual(['saved', false]);
  notes.write('project', { round: 1, markVersion: 0, draft });
  const anew = new MarkKeeper(() => Promise.reject(new Error('nothing is saved')), notes);
  anew.load([base], 2);
  expect([anew.all().get('project')?.draft.comment, holdsUnsent()]).toEqual(['', false]);
});

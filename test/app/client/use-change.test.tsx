import { QueryClient, QueryClientProvider, type QueryKey } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { touches } from '../../../src/client/cache/touches';
import { useChange } from '../../../src/client/cache/use-change';
import { Failure } from '../../../src/client/transport/failure';

/** What pages ask, as they call it. */
const asked: Record<string, QueryKey> = {
  landing: ['notices', 'landing'],
  workbench: ['notices', 'workbench'],
  inbox: ['notices', 'inbox'],
  me: ['people', 'me'],
  complaints: ['people', 'myFeedback'],
  complaintsToAnswer: ['people', 'feedback', false],
  myEntries: ['entry', 'mine'],
  entry: ['entry', 'get', 'e'],
  status: ['entry', 'status', 'e'],
  queue: ['screening', 'queue', {}],
  review: ['screening', 'review', 'e'],
  edition: ['competition', 'home'],
  results: ['awards', 'results', 'x', ''],
  policies: ['policies', 'mine'],
  claims: ['awards', 'myClaims'],
  application: ['benefits', 'application', 'a'],
  loans: ['lending', 'loans'],
  stay: ['incubation', 'stay', 'a'],
  listed: ['subsidies', 'listed'],
  batches: ['finance', 'batches'],
  classes: ['training', 'mine'],
  nominated: ['referral', 'mine'],
  consents: ['rights', 'consents'],
};

function hold(touched: readonly QueryKey[], act: (input: object, options: object) => Promise<unknown>) {
  const cache = new QueryClient();
  for (const key of Object.values(asked)) cache.setQueryData(key, 'known');
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={cache}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(() => useChange(act, touched), { wrapper });
  const untrue = () => Object.keys(asked).filter((name) => cache.getQueryState(asked[name] as QueryKey)?.isInvalidated);
  return { run: (input: object = {}) => acted(() => result.current.run(input)), untrue };
}
const acted = async <T,>(work: () => Promise<T>): Promise<T> => {
  let done: T | undefined;
  await act(async () => {
    done = await work();
  });
  return done as T;
};

const ofNotices = ['landing', 'workbench', 'inbox'];
const ofAll = ['landing', 'workbench', 'inbox', 'me', 'myEntries', 'entry', 'status', 'queue', 'review'];

test.each([
  ['entry', [...ofAll, 'policies', 'consents']],
  ['review', ofAll],
  ['reviewNotes', ['review']],
  ['inbox', ['landing', 'workbench', 'inbox', 'me']],
  ['person', ['me']],
  ['rights', [...ofAll, 'complaints', 'complaintsToAnswer']],
  ['feedback', ['landing', 'workbench', 'inbox', 'me', 'complaints', 'complaintsToAnswer']],
  ['awards', [...ofNotices, 'claims', 'results', 'policies', 'classes', 'nominated']],
  ['policies', ['policies']],
  ['benefits', [...ofNotices, 'me', 'application', 'loans', 'stay', 'listed', 'batches', 'consents']],
  ['lending', [...ofNotices, 'application', 'loans', 'batches']],
  ['finance', [...ofNotices, 'application', 'loans', 'batches']],
  ['places', [...ofNotices, 'application', 'stay']],
  ['training', [...ofNotices, 'me', 'classes', 'consents']],
  ['referral', [...ofNotices, 'me', 'nominated', 'consents']],
  [
    'ownData',
    [...ofNotices, 'me', 'myEntries', 'entry', 'status', 'application', 'classes', 'nominated', 'policies', 'consents'],
  ],
  ['nothing', []],
] as const)(
  'a change of %s is followed on every page that shows it, and nothing that it does not touch is asked again',
  async (kind, shown) => {
    const { run, untrue } = hold(touches[kind], async () => 'done');
    await run();
    expect(untrue().sort()).toEqual([...shown].sort());
  },
);

test('what runs it stays the same, though the procedure is named anew at each drawing', () => {
  const cache = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={cache}>{children}</QueryClientProvider>
  );
  const { result, rerender } = renderHook(() => useChange(async () => 'done', touches.nothing), { wrapper });
  const { run } = result.current;
  rerender();
  expect(result.current.run).toBe(run);
});

test('a refusal changes nothing, and nothing is asked again', async () => {
  const { run, untrue } = hold(touches.entry, () => Promise.reject(new Failure('CASE_STALE', '刚在别处改过')));
  expect(await run()).toBeNull();
  expect(untrue()).toEqual([]);
});

test.each(['NETWORK', 'CALL_TIMED_OUT', 'SERVER_BUSY', 'UNAVAILABLE', 'INTERNAL'])(
  'after %s the same act is sent with its key, another with one of its own',
  async (code) => {
    const keys: string[] = [];
    const { run } = hold(touches.nothing, async (_, options) => {
      keys.push((options as { context: { key: string } }).context.key);
      if (keys.length === 1) throw new Failure(code, '没有回应');
    });
    await run({ a: 1 });
    await run({ a: 1 });
    await run({ a: 2 });
    expect([keys[0] === keys[1], keys[1] === keys[2]]).toEqual([true, false]);
  },
);

test.each([
  ['FORBIDDEN', true],
  ['NOT_FOUND', true],
  ['CASE_STALE', false],
  ['NETWORK', false],
])('refused with %s, what is on show is asked for again: %s', async (code, again) => {
  const { run, untrue } = hold(touches.nothing, async () => {
    throw new Failure(code, '没有办成');
  });
  await run();
  expect(untrue()).toEqual(again ? Object.keys(asked) : []);
});

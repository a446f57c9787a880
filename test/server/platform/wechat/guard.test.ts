import { makeGuard } from '../../../../cloudfunctions/core/platform/wechat/guard';

const limits = { atOnce: 2, inLine: 1, failures: 3, restMs: 1000 };
let now: number;
let guarded: ReturnType<typeof makeGuard>;
beforeEach(() => {
  now = 0;
  guarded = makeGuard(
    () => new Error('refused'),
    limits,
    () => now,
  );
});

const fail = () => guarded(() => Promise.reject(new Error('silent'))).catch((error: Error) => error.message);
const succeed = () => guarded(async () => 'answer').catch((error: Error) => error.message);

test('so many are asked at once, others wait their turn, and one too many is refused', async () => {
  const ends: Array<(answer: string) => void> = [];
  let begun = 0;
  const ask = () =>
    guarded(
      () =>
        new Promise<string>((end) => {
          begun += 1;
          ends.push(end);
        }),
    );
  const [first, second, third] = [ask(), ask(), ask()];
  await expect(ask()).rejects.toThrow('refused');
  expect(begun).toBe(2);
  ends[0]?.('a');
  expect(await first).toBe('a');
  await new Promise(setImmediate);
  expect(begun).toBe(3);
  ends[1]?.('b');
  ends[2]?.('c');
  expect(await Promise.all([second, third])).toEqual(['b', 'c']);
});

test('after failures in a row nothing is asked for a while, then one goes ahead for all', async () => {
  expect([await fail(), await succeed(), await fail(), await fail()]).toEqual(['silent', 'answer', 'silent', 'silent']);
  expect(await fail()).toBe('silent');
  expect(await succeed()).toBe('refused');
  now = 1000;
  // Still silent: the rest begins anew.
  expect(await fail()).toBe('silent');
  expect(await succeed()).toBe('refused');
  now = 2000;
  let end: (answer: string) => void = () => undefined;
  const ahead = guarded(
    () =>
      new Promise<string>((resolve) => {
        end = resolve;
      }),
  );
  await new Promise(setImmediate);
  expect(await succeed()).toBe('refused');
  end('back');
  expect(await ahead).toBe('back');
  expect(await succeed()).toBe('answer');
});

import { makeShortMemory } from '../../../cloudfunctions/core/platform/short-memory';

const answer = (text: string, changesAt: number | null = null) => ({ changesAt, toldAt: () => ({ text }) });

test('who asks while an answer is made waits for the same; what failed is made anew', async () => {
  const memory = makeShortMemory();
  let made = 0;
  const make = async () => {
    made += 1;
    return answer(`${made}`);
  };
  const both = await Promise.all([memory.of('a', 0, 3, make), memory.of('a', 0, 3, make), memory.of('b', 0, 3, make)]);
  expect(both.map(({ bytes }) => `${bytes}`)).toEqual([1, 1, 2].map((n) => `{"ok":true,"data":{"text":"${n}"}}`));
  await expect(memory.of('c', 0, 3, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect((await memory.of('c', 0, 3, make)).data).toEqual({ text: '3' });
});

test('an answer ends at its instant, and by the machine’s own time where the clock stands still', async () => {
  let real = 0;
  const memory = makeShortMemory(() => real);
  const told = async (now: number, text: string, changesAt: number | null = null) =>
    (await memory.of('a', now, 3, async () => answer(text, changesAt))).data;
  expect(await told(1000, 'first', 2000)).toEqual({ text: 'first' });
  expect(await told(1999, 'second')).toEqual({ text: 'first' });
  expect(await told(2000, 'third')).toEqual({ text: 'third' });
  real = 2999;
  expect(await told(2000, 'fourth')).toEqual({ text: 'third' });
  real = 3000;
  expect(await told(2000, 'fifth')).toEqual({ text: 'fifth' });
});

test('it keeps a bounded number of answers', async () => {
  const memory = makeShortMemory();
  const ask = (key: string, text: string) => memory.of(key, 0, 3, async () => answer(text));
  for (let n = 0; n < 200; n += 1) await ask(`${n}`, 'old');
  expect((await ask('0', 'new')).data).toEqual({ text: 'old' });
  await ask('200', 'old');
  expect((await ask('0', 'new')).data).toEqual({ text: 'new' });
});

test('what time it is is told anew each second', async () => {
  const memory = makeShortMemory(() => 0);
  const make = async () => ({ changesAt: null, toldAt: (now: number) => ({ now }) });
  const told = async (now: number) => `${(await memory.of('a', now, 3, make)).bytes}`;
  expect([await told(1000), await told(1999), await told(2000)]).toEqual(
    [1000, 1000, 2000].map((now) => `{"ok":true,"data":{"now":${now}}}`),
  );
});

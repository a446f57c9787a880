import { Writable } from 'node:stream';
import { openLog } from '../../../cloudfunctions/core/platform/log/log';
import { survivingStream } from '../../../cloudfunctions/core/platform/log/log-stream';

const coded = (code: string) => Object.assign(new Error(code), { code });

/** A stream that does to each line what it is told: keeps it, fails with a code, or never comes back. */
function place(kept: string[], how: { next: 'keep' | 'hang' | string }) {
  return () =>
    new Writable({
      decodeStrings: false,
      write(line: string, _encoding, done) {
        if (how.next === 'hang') return;
        if (how.next !== 'keep') return done(coded(how.next));
        kept.push(line);
        done();
      },
    });
}

const turn = () => new Promise(setImmediate);

test.each(['ENOSPC', 'EPIPE', 'EIO'])(
  '%s costs lines and nothing else; how many is told once it writes again',
  async (code) => {
    const kept: string[] = [];
    const how = { next: 'keep' as string };
    let now = 0;
    const stream = survivingStream(place(kept, how), () => now);
    stream.write('a\n');
    how.next = code;
    stream.write('b\n');
    await turn();
    stream.write('c\n');
    now = 4999;
    stream.write('d\n');
    how.next = 'keep';
    now = 5000;
    stream.write('e\n');
    expect(kept).toEqual(['a\n', '{"level":50,"lost":3,"msg":"log lines were lost"}\n', 'e\n']);
  },
);

test('a place that hangs is not waited for, and does not fill the memory', () => {
  const stream = survivingStream(place([], { next: 'hang' }));
  const line = `${'x'.repeat(1000)}\n`;
  const before = process.memoryUsage().rss;
  for (let n = 0; n < 200_000; n += 1) stream.write(line);
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
});

test('a stream that throws is survived too', () => {
  const thrown = new Writable();
  thrown.write = () => {
    throw coded('ENOSPC');
  };
  const log = openLog(() => thrown);
  expect(() => log.error({ a: 1 }, 'said')).not.toThrow();
});

test('secrets are cut out by name', () => {
  const kept: string[] = [];
  const fields = { token: 't-1', deep: { openid: 'o-1', a: { phone: '199' } }, all: [{ code: 'c-1' }], ms: 3 };
  const as = JSON.stringify(fields);
  openLog(place(kept, { next: 'keep' })).info(fields, 'said');
  expect(kept.join('')).not.toMatch(/t-1|o-1|199|c-1/);
  expect(JSON.parse(kept.join(''))).toMatchObject({
    token: '[cut]',
    deep: { a: { phone: '[cut]' } },
    ms: 3,
    msg: 'said',
  });
  expect(JSON.stringify(fields)).toBe(as);
});

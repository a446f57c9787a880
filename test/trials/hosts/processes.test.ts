import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lives, setManyProcesses, until } from '../../support/many-processes';

jest.setTimeout(120_000);

const root = path.join(__dirname, '../../..');

test('a process that answers runs from the sources too, as `npm start` has them', async () => {
  const child = fork(path.join(root, 'cloudfunctions/host/processes/child.ts'), {
    execArgv: ['--import', 'tsx'],
    env: { PATH: process.env.PATH },
  });
  expect(await once(child, 'message')).toEqual([{ kind: 'loaded' }, undefined]);
  const ended = once(child, 'exit');
  // Whoever started it is gone.
  child.disconnect();
  expect(await ended).toEqual([0, null]);
});

describe('of a host of two processes', () => {
  const processes = setManyProcesses();
  const { landing, answering, log } = processes;

  test('one that is killed is replaced, and what it had done is in the log', async () => {
    const before = answering();
    const calls = 6;
    for (let n = 0; n < calls; n += 1) expect((await landing()).status).toBe(200);
    // Lines of the log leave together every 20 ms.
    await pause(500);
    process.kill(before[0] ?? 0, 'SIGKILL');
    await until(() => answering().length === 2 && !answering().includes(before[0] ?? 0));
    await until(async () => {
      const both = await Promise.all([landing(), landing()]).catch(() => []);
      return both.length === 2 && both.every(({ status }) => status === 200);
    });

    processes.host.child.kill('SIGTERM');
    expect(await processes.host.ended).toBe(0);
    expect([before, answering()].flat().filter(lives)).toEqual([]);
    const lines = log();
    const died = lines.findIndex(({ msg }) => msg === 'a process that answers calls has ended');
    expect(lines[died]?.pid).toBe(before[0]);
    expect(lines.slice(0, died).filter(({ msg }) => msg === 'call')).toHaveLength(calls);
    expect(lines.some(({ msg }) => msg === 'log lines were lost')).toBe(false);
  });

  test('where the one that keeps the installation is killed, those that answer end as well', async () => {
    const those = answering();
    expect((await landing()).status).toBe(200);
    processes.host.child.kill('SIGKILL');
    await processes.host.ended;
    await until(() => !those.some(lives));
  });
});

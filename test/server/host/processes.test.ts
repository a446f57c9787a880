import { lives, setManyProcesses, until } from '../../support/many-processes';

jest.setTimeout(120_000);

const processes = setManyProcesses();
const { post, landing, answering, log } = processes;

test('clock, worker and log are one for all; all end together', async () => {
  const before = answering();
  expect(before).toHaveLength(2);
  let calls = 0;
  const counted = async <T>(call: Promise<T>): Promise<T> => {
    calls += 1;
    return call;
  };

  // Whoever asks next reads the new time, in whichever process.
  await counted(landing());
  await counted(landing());
  const moved = await post('/_demo/clock', { now: '2026-12-02T03:04:05+08:00' });
  expect(moved.status).toBe(200);
  const told = await Promise.all(Array.from({ length: 6 }, () => counted(landing())));
  expect(told.map(({ body }) => body.data.home?.now.slice(0, 16))).toEqual(Array(6).fill('2026-12-02T03:04'));

  // The worker ticks every half minute only; who left something wakes it.
  const signedIn = await counted(post('/api/people/signInAs', { persona: 'entrant-new' }));
  const as = { Authorization: `Bearer ${signedIn.body.data.session}` };
  const letter = { kind: 'question', body: '什么时候公布名单？', contact: '' };
  for (let n = 0; n < 2; n += 1) await counted(post('/api/people/sendFeedback', letter, as));
  const waiting = () => processes.db.selectFrom('outbox').select('id').where('delivered_at', 'is', null).execute();
  await until(async () => (await waiting()).length === 0, 5_000);

  processes.host.child.kill('SIGTERM');
  expect(await processes.host.ended).toBe(0);
  expect(before.filter(lives)).toEqual([]);
  expect(log().filter(({ msg }) => msg === 'call')).toHaveLength(calls);
  expect(log().some(({ msg }) => msg === 'log lines were lost')).toBe(false);
});

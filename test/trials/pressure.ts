/**
 * `npx tsx test/trials/pressure.ts`: what decision 5 says of calls that cannot be read, of many submissions at once and of stopping, measured anew
 * on this machine, on a product of its own, in about a minute. Its figures depend on what else the machine does.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { emit } from '../../cloudfunctions/core/platform/outbox';
import { makeCall } from '../../cloudfunctions/core/rpc/call';
import { filledDraft } from '../support/entry-factory';
import { createTemplate, startServer, teardown } from '../support/postgres';
import { prepareTemplate } from '../support/prepare-template';
import { type Product, startProduct } from '../support/product';

const seconds = 20;
const malformedASecond = 16;
const submitters = 64;
const waitingEvents = 5000;

const quantile = (all: readonly number[], q: number) => all.toSorted((a, b) => a - b)[Math.floor(all.length * q)] ?? 0;
const say = (line: string) => process.stdout.write(`${line}\n`);

/** 90 KB in 10,314 keys, as the report had it. */
const manyKeys = JSON.stringify(Object.fromEntries(Array.from({ length: 10_314 }, (_, n) => [`k${n}`, 0]))).slice(
  0,
  -1,
);
const malformed = `${manyKeys}${' '.repeat(Math.max(0, 90_000 - manyKeys.length))}}`;

async function post(address: string, path: string, body: string): Promise<number> {
  const answer = await fetch(`${address}/api/${path}`, { method: 'POST', body });
  await answer.arrayBuffer();
  return answer.status;
}

/** Looks at the landing page ten times a second, and answers each look's milliseconds. */
async function look(address: string): Promise<number[]> {
  const took: number[] = [];
  for (let n = 0; n < seconds * 10; n += 1) {
    const began = performance.now();
    await post(address, 'notices/landing', '{}');
    took.push(performance.now() - began);
    await pause(Math.max(0, 100 - (performance.now() - began)));
  }
  return took;
}

async function landing(address: string, attacker: ChildProcess | null): Promise<void> {
  attacker?.send(address);
  const took = await look(address);
  say(
    `landing page ${attacker ? `beside ${malformedASecond} unreadable calls a second` : 'alone'}: ` +
      `p50 ${quantile(took, 0.5).toFixed(1)} ms, p95 ${quantile(took, 0.95).toFixed(1)} ms`,
  );
}

/** In a process of its own, as an attacker would be: half of the calls ask for something that is not there. */
function attack(): void {
  process.once('message', (address: string) => {
    const paths = ['competition/home', 'none/such'];
    setInterval(
      () => void post(address, paths[Math.round(Math.random())] ?? '', malformed).catch(() => 0),
      1000 / malformedASecond,
    );
  });
}

async function submitTogether(product: Product): Promise<void> {
  const drafts = [];
  for (let n = 0; n < submitters; n += 1) drafts.push(await filledDraft(product, { title: `第 ${n} 个项目` }));
  await product.told();
  const began = performance.now();
  await Promise.all(drafts.map(({ entryId, leader }) => product.ask(leader, 'entry/submit', { entryId, version: 1 })));
  const submitted = performance.now() - began;
  await product.told();
  const told = performance.now() - began;
  say(
    `${submitters} submitting at once: all answered after ${submitted.toFixed(0)} ms, the last told after ${told.toFixed(0)} ms`,
  );
}

async function stopFull(product: Product): Promise<void> {
  const { person_id } = await product.db.selectFrom('session').select('person_id').limit(1).executeTakeFirstOrThrow();
  const call = makeCall(product.home, product.db, null, product.clock.now());
  for (let n = 0; n < waitingEvents; n += 1)
    await emit(call, 'openings.alarm', `person:${person_id}`, {
      personId: person_id,
      personZh: '审核人员',
      regionZh: '蒲县',
    });
  product.home.wake();
  await pause(50);
  const began = performance.now();
  await product.close();
  say(`stopping with ${waitingEvents} events waiting: ${(performance.now() - began).toFixed(0)} ms`);
}

async function main(): Promise<void> {
  await startServer();
  try {
    await createTemplate(prepareTemplate);
    const product = await startProduct({ seed: 'basics', pages: false });
    const attacker = fork(__filename, ['attack']);
    await landing(product.address, null);
    await landing(product.address, attacker);
    attacker.kill();
    await submitTogether(product);
    await stopFull(product);
  } finally {
    await teardown();
  }
}

if (process.argv[2] === 'attack') attack();
else void main().then(() => process.exit(0));

/**
 * `npm test`: every check, all of them even when one fails. Two steps run side by side, since none fills two cores: whoever is free takes the
 * first one whose builds are there. A step that is no test run counts as one. The last line is
 * `N passed, N failed`; the exit code is 1 when any failed.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Count = { passed: number; failed: number };
type Step = { title: string; needs: readonly Step[]; run: (say: (words: string) => void) => Promise<Count> };

const root = join(__dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'xinghuo-test-'));
/** Where the files of the rooms that run together write how long each took. */
const times = join(reports, 'times.txt');
/** What all of it may take on two quiet cores, in seconds (docs/decisions/0015-the-time-of-the-tests.md). */
const budget = 600;

/** What failed, told once more at the end: a long run's middle is often cut off where it is read. */
const failures: string[] = [];

/** What no step needs on the slowest machine, in minutes: the longest takes six on a quiet one. */
const patience = 25;
/** The programs that run, each at the head of a group of its own. */
const running = new Set<ChildProcess>();

/** Ends a program and whatever it started. */
function end({ pid }: ChildProcess, signal: 'SIGKILL' | 'SIGINT' | 'SIGTERM' = 'SIGKILL'): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // All of them have gone by themselves.
  }
}

/**
 * Runs a program to its end; what it prints is handed on, with `quiet` its complaints only. One that goes on for longer than anybody waits is ended,
 * so that the run tells of it.
 * @returns its exit code, null when it was ended
 */
function run(
  args: readonly string[],
  say: (words: string) => void,
  quiet = false,
  more: Record<string, string> = {},
): Promise<number | null> {
  const [program = '', ...rest] = args;
  // What lives shortly is swept away less often: a tenth of what a build takes. The pages are built once: no cache is kept of it.
  const env = { ...process.env, NODE_OPTIONS: '--max-semi-space-size=64', XINGHUO_BUILD: 'once', ...more };
  return new Promise((resolve) => {
    const stdio = ['ignore', quiet ? 'ignore' : 'pipe', 'pipe'] as const;
    const child = spawn(program, rest, { cwd: root, env, stdio: [...stdio], detached: true });
    running.add(child);
    const limit = setTimeout(() => {
      failures.push(`${args.join(' ')}\ndid not end within ${patience} minutes`);
      end(child);
      // What left the group may hold them still.
      child.stdout?.destroy();
      child.stderr?.destroy();
    }, patience * 60_000);
    child.stdout?.on('data', (words: Buffer) => say(words.toString()));
    child.stderr?.on('data', (words: Buffer) => say(words.toString()));
    child.on('error', (error) => say(String(error)));
    child.on('close', (status) => {
      clearTimeout(limit);
      running.delete(child);
      resolve(status);
    });
  });
}

const command = (title: string, args: readonly string[], ...needs: Step[]): Step => ({
  title,
  needs,
  run: async (say) => ((await run(args, say)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
});

/** What Jest writes of a room, as far as it is asked here. */
type Report = Record<'numPassedTests' | 'numFailedTests' | 'numRuntimeErrorTestSuites', number> & {
  testResults: Array<{
    name: string;
    message: string;
    assertionResults: Array<{ status: string; fullName: string; failureMessages: string[] }>;
  }>;
};

/** Colours of a terminal. */
const colours = new RegExp(`${String.fromCharCode(27)}\\[\\d*m`, 'g');

function keepFailures(step: string, { name, message, assertionResults }: Report['testResults'][number]): void {
  const failed = assertionResults.filter(({ status }) => status === 'failed');
  const told = failed.map(({ fullName, failureMessages }) => [fullName, failureMessages[0] ?? ''] as const);
  // A file that did not start has no tests that failed.
  if (told.length === 0 && assertionResults.length === 0) told.push([name, message]);
  for (const [what, why] of told)
    failures.push(`${step}: ${what}\n${why.replaceAll(colours, '').split('\n').slice(0, 25).join('\n')}`);
}

/**
 * A suite that could not even start, and a room without tests, count as one failure: neither proves anything.
 * @param which narrows a room: a regular expression that the paths of its files in it begin with
 * @param files `apart` where they replace modules, each others; else all are blocks of one (test/support/together.test.ts)
 */
function jest(
  title: string,
  room: string,
  needs: readonly Step[] = [],
  which = '',
  files: 'together' | 'apart' = 'together',
): Step {
  return {
    title,
    needs,
    run: async (say) => {
      const report = join(reports, `${title.replaceAll(/\W/g, '-')}.json`);
      const args = ['jest', '--config', 'config/jest.config.cjs', '--json', `--outputFile=${report}`];
      const env = { XINGHUO_ROOM: room, XINGHUO_ROOM_FILES: which, XINGHUO_ROOM_TIMES: times };
      const own = files === 'together' ? [] : [`--testPathPatterns=/${room}/(${which})`];
      const called = ['npx', ...args, ...own, '--selectProjects', room];
      const status = await run(called, say, true, files === 'together' ? env : {});
      try {
        const told = JSON.parse(readFileSync(report, 'utf8')) as Report;
        for (const file of told.testResults) keepFailures(title, file);
        const failed = told.numFailedTests + told.numRuntimeErrorTestSuites;
        return { passed: told.numPassedTests, failed: failed === 0 && status !== 0 ? 1 : failed };
      } catch {
        return { passed: 0, failed: 1 };
      }
    },
  };
}

/** The app's files by whether they replace modules, each others: a regular expression for either. */
function ofTheApp(which: 'replacing' | 'others'): string {
  const folder = join(root, 'test/app');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.test\.tsx?$/.test(file))
    .filter((file) => readFileSync(join(folder, file), 'utf8').includes('jest.mock(') === (which === 'replacing'));
  return files.map((file) => file.replaceAll('.', '\\.')).join('|');
}

const script = (name: string): string[] => ['npm', 'run', '--silent', name];

// One build of the mini app at a time: they share a cache.
// What it made is judged by the mini program's room (test/weapp/static.test.ts), as `npm run build:weapp` does.
const forWechat = command('The mini app builds for WeChat', ['npx', 'taro', 'build', '--type', 'weapp', '--no-check']);
const forServers = command("The same sources build for servers of one's own", script('build:weapp:server'), forWechat);
const functions = command('The cloud functions build', script('build:functions'));
const forBrowsers = command('The mini app builds for the browser', script('build:h5'), forServers);
const mini = 'The mini program as WeChat runs it, before its cloud and before our own servers';

/** What others wait for first, then the longest. */
const steps: readonly Step[] = [
  forWechat,
  command('Format, import rules and types', script('lint')),
  forServers,
  functions,
  jest('The server, on a real PostgreSQL', 'server', [functions]),
  forBrowsers,
  jest(mini, 'weapp', [forWechat, forServers, functions]),
  jest('Journeys in a browser', 'journeys', [forBrowsers], '(?!access)'),
  jest('Every page in a browser, by eye and by ear', 'journeys', [forBrowsers], 'access'),
  jest('The app, where modules are replaced', 'app', [], ofTheApp('replacing'), 'apart'),
  jest('The app', 'app', [], ofTheApp('others')),
  jest('The architecture', 'house'),
  jest('The shared language', 'shared'),
];
const sideBySide = 2;
const begun = new Set<Step>();
const ended = new Set<Step>();
const total: Count = { passed: 0, failed: 0 };

/** What a step prints is held until it ends, so that two do not speak into each other. */
async function take(step: Step): Promise<void> {
  begun.add(step);
  const name = `[${steps.indexOf(step) + 1}/${steps.length}] ${step.title}`;
  const began = Date.now();
  console.log(`${name} …`);
  let said = '';
  const { passed, failed } = await step.run((words) => {
    said += words;
  });
  ended.add(step);
  total.passed += passed;
  total.failed += failed;
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  const outcome = `${failed === 0 ? 'ok' : 'FAILED'}, ${passed} passed, ${failed} failed (${seconds} s)`;
  console.log(`\n${failed === 0 ? lastLines(said) : said.trimEnd()}\n${name}: ${outcome}\n`);
}

/** What went well is told in a few words; a build draws its progress thousands of times. */
const lastLines = (said: string): string => said.trimEnd().split('\n').slice(-8).join('\n');

/** Starts what can be started, and again whenever a step has ended, until there is nothing left. */
async function takeAll(): Promise<void> {
  const taken = new Set<Promise<void>>();
  while (begun.size < steps.length || taken.size > 0) {
    const ready = steps.find((step) => !begun.has(step) && step.needs.every((need) => ended.has(need)));
    if (ready && taken.size < sideBySide) {
      const one: Promise<void> = take(ready).finally(() => taken.delete(one));
      taken.add(one);
    } else await Promise.race(taken);
  }
}

/** The files that take longest, so that whoever makes one slower sees it, and the whole beside what it may take. */
function sayTimes(seconds: number): void {
  const lines = existsSync(times) ? readFileSync(times, 'utf8').trim().split('\n') : [];
  const slowest = lines.sort((a, b) => Number.parseFloat(b) - Number.parseFloat(a)).slice(0, 12);
  console.log(`The slowest files, in seconds:\n  ${slowest.join('\n  ')}`);
  console.log(`All of it took ${seconds} s; on two quiet cores it may take ${budget} s.`);
}

async function main(): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      for (const child of running) end(child, signal);
      process.exit(1);
    });
  const began = performance.now();
  await takeAll();
  sayTimes(Math.round((performance.now() - began) / 1000));
  rmSync(reports, { recursive: true, force: true });
  for (const failure of failures) console.log(`\nFailed: ${failure}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

void main();

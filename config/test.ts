/**
 * `npm test`: every check, all of them even when one fails. Two lanes run side by side, since neither fills two cores: what needs no build,
 * and the builds with what is tried on them. A step that is no test run counts as one. The last line is
 * `N passed, N failed`; the exit code is 1 when any failed.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Count = { passed: number; failed: number };
type Step = { title: string; run: (say: (words: string) => void) => Promise<Count> };

const root = join(__dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'xinghuo-test-'));

/** Runs a program to its end; what it prints is handed on, with `quiet` its complaints only. Answers its exit code. */
function run(args: readonly string[], say: (words: string) => void, quiet = false): Promise<number | null> {
  const [program = '', ...rest] = args;
  return new Promise((resolve) => {
    const child = spawn(program, rest, { cwd: root, stdio: ['ignore', quiet ? 'ignore' : 'pipe', 'pipe'] });
    child.stdout?.on('data', (words: Buffer) => say(words.toString()));
    child.stderr?.on('data', (words: Buffer) => say(words.toString()));
    child.on('error', (error) => say(String(error)));
    child.on('close', resolve);
  });
}

const command = (title: string, ...args: string[]): Step => ({
  title,
  run: async (say) => ((await run(args, say)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
});

/** A suite that could not even start, and a room without tests, count as one failure: neither proves anything. */
function jest(title: string, room: string): Step {
  return {
    title,
    run: async (say) => {
      const report = join(reports, `${room}.json`);
      const args = ['jest', '--config', 'config/jest.config.cjs', '--json', `--outputFile=${report}`];
      const status = await run(['npx', ...args, '--selectProjects', room], say, true);
      try {
        const told = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>;
        const failed = (told.numFailedTests ?? 0) + (told.numRuntimeErrorTestSuites ?? 0);
        return { passed: told.numPassedTests ?? 0, failed: failed === 0 && status !== 0 ? 1 : failed };
      } catch {
        return { passed: 0, failed: 1 };
      }
    },
  };
}

const lanes: readonly (readonly Step[])[] = [
  [
    command('Format, import rules and types', 'npm', 'run', '--silent', 'lint'),
    jest('The shared language', 'shared'),
    jest('The architecture', 'house'),
    jest('The server, on a real PostgreSQL', 'server'),
    jest('The app', 'app'),
  ],
  [
    command('The mini app builds for WeChat', 'npm', 'run', '--silent', 'build:weapp'),
    command("The same sources build for servers of one's own", 'npm', 'run', '--silent', 'build:weapp:server'),
    command('The cloud functions build', 'npm', 'run', '--silent', 'build:functions'),
    jest('The mini program as WeChat runs it, before its cloud and before our own servers', 'weapp'),
    command('The mini app builds for the browser', 'npm', 'run', '--silent', 'build:h5'),
    jest('Journeys in a browser', 'journeys'),
  ],
];
const steps = lanes.flat();
const total: Count = { passed: 0, failed: 0 };

/** What a step prints is held until it ends, so that two lanes do not speak into each other. */
async function take(step: Step): Promise<void> {
  const name = `[${steps.indexOf(step) + 1}/${steps.length}] ${step.title}`;
  const began = Date.now();
  console.log(`${name} …`);
  let said = '';
  const { passed, failed } = await step.run((words) => {
    said += words;
  });
  total.passed += passed;
  total.failed += failed;
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(
    `\n${said.trimEnd()}\n${name}: ${failed === 0 ? 'ok' : 'FAILED'}, ${passed} passed, ${failed} failed (${seconds} s)\n`,
  );
}

async function main(): Promise<void> {
  await Promise.all(
    lanes.map(async (lane) => {
      for (const step of lane) await take(step);
    }),
  );
  rmSync(reports, { recursive: true, force: true });
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

void main();

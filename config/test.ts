/**
 * `npm test`: every check, one after the other, all of them even when one fails.
 * A step that is no test run counts as one. The last line is `N passed, N failed`; the exit code is 1 when any failed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Count = { passed: number; failed: number };
type Step = { title: string; run: () => Count };

const root = join(__dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'xinghuo-test-'));

function command(title: string, ...args: [string, ...string[]]): Step {
  const [program, ...rest] = args;
  return {
    title,
    run: () => {
      const { status } = spawnSync(program, rest, { cwd: root, stdio: 'inherit' });
      return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    },
  };
}

/** A suite that could not even start, and a room without tests, count as one failure: neither proves anything. */
function jest(title: string, ...projects: string[]): Step {
  return {
    title,
    run: () => {
      const report = join(reports, `${projects.join('-')}.json`);
      const args = ['jest', '--config', 'config/jest.config.cjs', '--json', `--outputFile=${report}`];
      const { status } = spawnSync('npx', [...args, '--selectProjects', ...projects], {
        cwd: root,
        stdio: ['inherit', 'ignore', 'inherit'],
      });
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

const steps: readonly Step[] = [
  command('Format, import rules and types', 'npm', 'run', '--silent', 'lint'),
  jest('The shared language', 'shared'),
  jest('The architecture', 'house'),
  jest('The server, on a real PostgreSQL', 'server'),
  jest('The app', 'app'),
  command('The mini app builds for WeChat', 'npm', 'run', '--silent', 'build:weapp'),
  command("The same sources build for servers of one's own", 'npm', 'run', '--silent', 'build:weapp:server'),
  command('The cloud functions build', 'npm', 'run', '--silent', 'build:functions'),
  jest('The mini program as WeChat runs it, before its cloud and before our own servers', 'weapp'),
  command('The mini app builds for the browser', 'npm', 'run', '--silent', 'build:h5'),
  jest('Journeys in a browser', 'journeys'),
];

const total: Count = { passed: 0, failed: 0 };
steps.forEach((step, index) => {
  const began = Date.now();
  console.log(`\n[${index + 1}/${steps.length}] ${step.title}`);
  const { passed, failed } = step.run();
  total.passed += passed;
  total.failed += failed;
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(
    `[${index + 1}/${steps.length}] ${failed === 0 ? 'ok' : 'FAILED'}: ${passed} passed, ${failed} failed (${seconds} s)`,
  );
});
rmSync(reports, { recursive: true, force: true });

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

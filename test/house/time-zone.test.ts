import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './tree';

/** The rules are Shanghai's wherever the machine stands: the same tests again, in processes of another zone. */
const elsewhere = { ...process.env, TZ: 'America/New_York' };

type Report = { numPassedTests: number; numFailedTests: number; numRuntimeErrorTestSuites: number };

function runElsewhere(project: string, ...paths: string[]): Report {
  const folder = mkdtempSync(join(tmpdir(), 'xinghuo-zone-'));
  const report = join(folder, 'report.json');
  try {
    const jest = join(root, 'node_modules/jest/bin/jest.js');
    const args = [
      '--config',
      'config/jest.config.cjs',
      '--json',
      `--outputFile=${report}`,
      '--selectProjects',
      project,
    ];
    const { stderr } = spawnSync(process.execPath, [jest, ...args, '--', ...paths], {
      cwd: root,
      env: elsewhere,
      encoding: 'utf8',
    });
    const told = JSON.parse(readFileSync(report, 'utf8')) as Report;
    if (told.numFailedTests + told.numRuntimeErrorTestSuites > 0) throw new Error(stderr.slice(-4000));
    return told;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('a process can be put into another zone, or what follows proves nothing', () => {
  const code = 'new Date(2026, 0, 1).getTimezoneOffset()';
  expect(spawnSync(process.execPath, ['-p', code], { env: elsewhere, encoding: 'utf8' }).stdout).toBe('300\n');
});

test('the shared language holds under New York time', () => {
  expect(runElsewhere('shared').numPassedTests).toBeGreaterThan(150);
}, 120_000);

test('deadlines, clocks and phases on the server hold under New York time', () => {
  const told = runElsewhere(
    'server',
    'test/server/entry/submit',
    'test/server/entry/returned',
    'test/server/screening/clock',
    'test/server/screening/expire-overdue',
    'test/server/competition/turn-phases',
    'test/server/notices/tell',
  );
  expect(told.numPassedTests).toBeGreaterThan(30);
}, 300_000);

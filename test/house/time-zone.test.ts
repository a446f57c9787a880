import { spawnSync } from 'node:child_process';

/** The rules are Shanghai's wherever the machine stands: every test of every room runs in New York (config/jest.config.cjs). */
const hoursBehind = 'new Date(2026, 0, 1).getTimezoneOffset() / 60';

test('the tests run in New York, and so does whatever they start', () => {
  expect(new Date(2026, 0, 1).getTimezoneOffset() / 60).toBe(5);
  expect(spawnSync(process.execPath, ['-p', hoursBehind], { encoding: 'utf8' }).stdout).toBe('5\n');
});

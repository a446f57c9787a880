import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

// The limits of WeChat are 2 MB a package; its code quality check warns at 1.5 MB, so that is ours (platform, packages).
const mainLimit = 1.0 * 1024 * 1024;
const packageLimit = 1.5 * 1024 * 1024;

const root = path.resolve(__dirname, '../dist/weapp');

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(file) : [file];
  });
}

const files = filesBelow(root).map((file) => ({ file: path.relative(root, file), bytes: statSync(file).size }));
const packageOf = (file: string): string => /^packages\/([^/]+)\//.exec(file)?.[1] ?? 'main';
const sizes = new Map<string, number>();
for (const { file, bytes } of files) sizes.set(packageOf(file), (sizes.get(packageOf(file)) ?? 0) + bytes);

const faults: string[] = [];
if (!files.some(({ file }) => file === 'app.js')) faults.push('there is no app.js: the build did not finish');
for (const [name, bytes] of sizes) {
  const limit = name === 'main' ? mainLimit : packageLimit;
  console.log(`${name.padEnd(10)} ${String(Math.round(bytes / 1024)).padStart(6)} KB`);
  if (bytes > limit) faults.push(`package ${name} has ${bytes} bytes, its limit is ${limit}`);
}

/** Traces that only server code, the validation library or a browser's own storage leave behind. */
const strangers: ReadonlyArray<{ trace: RegExp; what: string; where: (name: string) => boolean }> = [
  { trace: /pg_advisory_xact_lock|kysely_migration/, what: 'server code', where: () => true },
  { trace: /ZodMini|"~standard"/, what: 'the validation library', where: (name) => name === 'main' },
  { trace: /\blocalStorage\.(get|set)Item/, what: "the browser's storage", where: () => true },
];
for (const { file } of files.filter(({ file: name }) => name.endsWith('.js'))) {
  const full = path.join(root, file);
  try {
    execFileSync(process.execPath, ['--check', full], { stdio: 'pipe' });
  } catch {
    faults.push(`${file} does not parse`);
  }
  const text = readFileSync(full, 'utf8');
  for (const { trace, what, where } of strangers) {
    if (where(packageOf(file)) && trace.test(text)) faults.push(`${file} holds ${what}`);
  }
}

if (faults.length > 0) {
  console.error(faults.map((fault) => `✗ ${fault}`).join('\n'));
  process.exit(1);
}
console.log('weapp build: sizes, syntax and contents are as they should be');

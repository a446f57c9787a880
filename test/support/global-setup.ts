import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { createTemplate, startServer } from './postgres';

const root = path.join(__dirname, '../..');
const preparation = path.join(root, 'test/support/prepare-template.ts');

/** In a process of its own, since Jest's setup does not know the alias `@shared` that the server's sources use. */
async function prepare(url: string): Promise<void> {
  const code = `require(${JSON.stringify(preparation)}).prepareTemplate(process.env.XINGHUO_TEST_URL)`;
  const options = { cwd: root, env: { ...process.env, XINGHUO_TEST_URL: url } };
  await promisify(execFile)(
    process.execPath,
    ['--unhandled-rejections=strict', '--import', 'tsx', '-e', code],
    options,
  );
}

/** Before the first test of a run: one server, one migrated template. */
export default async function setUp(): Promise<void> {
  await startServer();
  await createTemplate(prepare);
}

/**
 * `npm start`: the whole product on this machine, on one port. `npm run dev` (`--watch`) starts it anew at each change of
 * the server and builds the pages anew at each change of theirs.
 */
import { resolve } from 'node:path';
import { FolderInUse } from './folder-lock';
import { eraseLocked, runHost } from './run-host';
import { readSettings, WrongSetting } from './settings';
import { watchAll } from './watch-all';

const root = resolve(__dirname, '../..');
const say = (line: string) => console.log(line);

async function main(): Promise<void> {
  const settings = readSettings(process.env, process.argv.slice(2));
  const stopped = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => stopped.abort(new DOMException('已停止', 'AbortError')));
  }
  if (settings.watch) {
    // Once, before the first start, not again at each change.
    if (settings.fresh) await eraseLocked(settings, say);
    await watchAll(root, process.argv.slice(2), say, stopped.signal);
    return;
  }
  const host = await runHost(settings, root, say, stopped.signal);
  say(`ready ${host.address}`);
  if (host.personas.length > 0) say('演示身份（登录页可选）：');
  for (const { persona, nameZh, aboutZh } of host.personas) say(`  ${persona.padEnd(18)}${nameZh}：${aboutZh}`);
  if (!stopped.signal.aborted) await new Promise((end) => stopped.signal.addEventListener('abort', end));
  say('正在停止');
  await host.stop();
  say('已停止，数据已保存');
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    if (error instanceof FolderInUse) {
      const { address, pid } = error.holder;
      console.error(`已在运行：${address ?? `进程 ${pid} 正在启动`}`);
    } else if (error instanceof WrongSetting) console.error(error.message);
    else if (error instanceof Error && error.name === 'AbortError') console.error('已停止');
    else console.error(error instanceof Error ? `没有启动：${error.message}` : error);
    if (error instanceof Error && error.cause) console.error(error.cause);
    process.exit(1);
  },
);

import { resolve } from 'node:path';
import type { PushKeys } from '../core/platform/wechat/pushed-message';
import type { Mode } from '../core/rpc/home';
import { readStaffNetworks, type StaffNetwork } from './staff-networks';

export type Settings = {
  mode: Mode;
  /** Where everything is kept that this installation owns. */
  dataFolder: string;
  /** A PostgreSQL of one's own; null starts the npm package's in the data folder. */
  databaseUrl: string | null;
  host: string;
  /** null: 8600, or the next free port. */
  port: number | null;
  /** How many proxies of our own stand in front; each adds the address it was called from to X-Forwarded-For. */
  proxies: number;
  /** The networks from which staff may work on the web; null: any. */
  staffNetworks: StaffNetwork[] | null;
  /** By what messages that WeChat pushes are known; null: none are taken. */
  wechatPush: PushKeys | null;
  /** How many processes answer calls. */
  processes: number;
  fresh: boolean;
  watch: boolean;
  /** Serves the H5 app as it stands in dist/h5, without looking at its sources. */
  noBuild: boolean;
};

export class WrongSetting extends Error {
  override readonly name = 'WrongSetting';
}

/** Reads what the environment and the command line ask for. Throws WrongSetting with a sentence for people. */
export function readSettings(env: NodeJS.ProcessEnv, args: readonly string[]): Settings {
  const unknown = args.find((arg) => !['--fresh', '--watch', '--no-build'].includes(arg));
  if (unknown !== undefined) throw new WrongSetting(`不认识的参数 ${unknown}；可用的有 --fresh、--watch、--no-build。`);
  const mode = env.XINGHUO_MODE || 'production';
  if (mode !== 'demo' && mode !== 'production') {
    throw new WrongSetting(`XINGHUO_MODE 只能是 demo 或 production，现在是 ${mode}。`);
  }
  const fresh = args.includes('--fresh');
  if (fresh && mode !== 'demo') throw new WrongSetting('--fresh 会删除全部数据，只能在演示模式下使用。');
  return {
    mode,
    dataFolder: resolve(env.XINGHUO_DATA || '.data'),
    databaseUrl: env.DATABASE_URL || null,
    host: env.XINGHUO_HOST || '127.0.0.1',
    port: env.XINGHUO_PORT ? readPort(env.XINGHUO_PORT) : null,
    proxies: readProxies(env.XINGHUO_PROXIES || '0'),
    staffNetworks: readNetworks(env.XINGHUO_STAFF_NETWORKS || ''),
    wechatPush: readWechatPush(env),
    processes: readProcesses(env.XINGHUO_PROCESSES || '1'),
    fresh,
    watch: args.includes('--watch'),
    noBuild: args.includes('--no-build'),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new WrongSetting(`XINGHUO_PORT 应为 1 到 65535 之间的整数，现在是 ${text}。`);
  }
  return port;
}

function readProxies(text: string): number {
  const proxies = Number(text);
  if (!Number.isInteger(proxies) || proxies < 0 || proxies > 10) {
    throw new WrongSetting(`XINGHUO_PROXIES 应为前面自有代理的层数（0 到 10），现在是 ${text}。`);
  }
  return proxies;
}

function readNetworks(text: string): StaffNetwork[] | null {
  try {
    return readStaffNetworks(text);
  } catch (error) {
    throw new WrongSetting(error instanceof Error ? error.message : String(error));
  }
}

function readWechatPush(env: NodeJS.ProcessEnv): PushKeys | null {
  const { XINGHUO_WECHAT_PUSH_TOKEN: token, XINGHUO_WECHAT_PUSH_KEY: aesKey, XINGHUO_WECHAT_APPID: appId } = env;
  if (!token && !aesKey) return null;
  if (!token || !appId || !/^[A-Za-z0-9]{43}$/.test(aesKey ?? '')) {
    throw new WrongSetting(
      'XINGHUO_WECHAT_PUSH_TOKEN、XINGHUO_WECHAT_PUSH_KEY（43 位）和 XINGHUO_WECHAT_APPID 要一起设，与微信后台“消息推送”一致。',
    );
  }
  return { token, aesKey: aesKey ?? '', appId };
}

function readProcesses(text: string): number {
  const processes = Number(text);
  if (!Number.isInteger(processes) || processes < 1 || processes > 16) {
    throw new WrongSetting(`XINGHUO_PROCESSES 应为应答的进程数（1 到 16），现在是 ${text}。`);
  }
  return processes;
}

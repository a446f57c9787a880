import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DataKey, type DataKeys, keyBytes, oldestOf, parseKeys } from './data-key';
import { deriveKey } from './derive-key';

/** The secrets of an installation, none of which its database holds. */
export type Keys = {
  /** Seal personal values; they rotate (`npm run rekey`). */
  readonly keys: DataKeys;
  /** Finds equal values again; it stays when the sealing keys change. */
  readonly equalityKey: DataKey;
  /** Seal the audit; the first is used, the others verify what was sealed before. */
  readonly auditKeys: DataKeys;
};

export type KeySource = {
  readonly mode: 'demo' | 'production';
  /** Where the demo keeps the keys that it makes for itself. */
  readonly dataFolder: string;
};

/** The files of a demo's own keys in its data folder. */
export const keyFiles = { data: 'data-key', equality: 'equality-key' } as const;

/**
 * The keys of this installation, from its environment: `XINGHUO_DATA_KEY`, `XINGHUO_EQUALITY_KEY` (one key), `XINGHUO_AUDIT_KEY`.
 *
 * Without the first the demo makes one once in `<dataFolder>/data-key`, readable by its owner only, and an equality key beside it;
 * production throws, because data sealed with a key nobody keeps is lost (conventions, Secrets). Without the second the oldest data key serves,
 * as it did before there were two. The audit is sealed with its own key, without one with a key derived from the equality key, which
 * stays good for verifying.
 */
export function readKeys(env: NodeJS.ProcessEnv, source: KeySource): Keys {
  const given = keyGiven(env.XINGHUO_EQUALITY_KEY, 'XINGHUO_EQUALITY_KEY');
  if (given && given.length > 1) throw new Error('XINGHUO_EQUALITY_KEY 只能有一个密钥：它不随加密密钥更换。');
  const own = keyGiven(env.XINGHUO_DATA_KEY, 'XINGHUO_DATA_KEY');
  const { keys, equalityKey } = own ? { keys: own, equalityKey: given?.[0] ?? oldestOf(own) } : demoKeys(source, given);
  const derived = { id: 'derived', bytes: deriveKey(equalityKey, 'audit-key') };
  const audit = keyGiven(env.XINGHUO_AUDIT_KEY, 'XINGHUO_AUDIT_KEY');
  return { keys, equalityKey, auditKeys: audit ? [...audit, derived] : [derived] };
}

/** The keys by which the audit is verified: where only `XINGHUO_AUDIT_KEY` is given, as to an auditor, those alone. */
export function readAuditKeys(env: NodeJS.ProcessEnv, source: KeySource): DataKeys {
  const audit = keyGiven(env.XINGHUO_AUDIT_KEY, 'XINGHUO_AUDIT_KEY');
  if (audit && !env.XINGHUO_DATA_KEY?.trim() && source.mode === 'production') return audit;
  return readKeys(env, source).auditKeys;
}

function keyGiven(text: string | undefined, setting: string): DataKeys | null {
  return text?.trim() ? parseKeys(text, setting) : null;
}

function demoKeys({ mode, dataFolder }: KeySource, given: DataKeys | null): Pick<Keys, 'keys' | 'equalityKey'> {
  if (mode === 'production') {
    throw new Error(
      '缺少环境变量 XINGHUO_DATA_KEY：正式运行必须提供加密个人信息的密钥（32 字节，base64 编码，可用 openssl rand -base64 32 生成），并妥善备份。',
    );
  }
  mkdirSync(dataFolder, { recursive: true });
  const data = join(dataFolder, keyFiles.data);
  // The equality key comes first: where a data key lies alone, its values were compared under that.
  const before = existsSync(data) ? oldestOf(parseKeys(readFileSync(data, 'utf8'), keyFiles.data)).bytes : null;
  const equality = given?.[0] ?? madeOnce(join(dataFolder, keyFiles.equality), before)[0];
  return { keys: madeOnce(data, null), equalityKey: equality };
}

/** The keys in a file; where there is none, it is made with these bytes or fresh ones. */
function madeOnce(path: string, bytes: Buffer | null): DataKeys {
  try {
    const text = (bytes ?? randomBytes(keyBytes)).toString('base64');
    // Exclusive creation: of two first starts at once one makes the key and the other reads it.
    writeFileSync(path, `${text}\n`, { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    if (!isAlreadyThere(error)) throw error;
  }
  return parseKeys(readFileSync(path, 'utf8'), path);
}

function isAlreadyThere(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';
}

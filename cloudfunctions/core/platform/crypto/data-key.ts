import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A key that protects personal data: its short name, written beside every value it sealed, and its 32 bytes. */
export type DataKey = { readonly id: string; readonly bytes: Buffer };

/** The first seals; the others only open what was sealed before a change of key. */
export type DataKeys = readonly [DataKey, ...DataKey[]];

export type DataKeySource = {
  readonly mode: 'demo' | 'production';
  /** The value of XINGHUO_DATA_KEY, if any. */
  readonly configured: string | undefined;
  /** Where the demo keeps the key it makes for itself. */
  readonly dataFolder: string;
};

const keyBytes = 32;

/**
 * The keys of this installation.
 *
 * `XINGHUO_DATA_KEY` is 32 bytes in base64 (`openssl rand -base64 32`), or several with their names, newest first:
 * `k2:<base64>,k1:<base64>`. Without it the demo makes one once in `<dataFolder>/data-key`, readable by its owner only;
 * production throws, because data sealed with a key nobody keeps is lost (conventions, Secrets).
 */
export function readDataKeys(source: DataKeySource): DataKeys {
  if (source.configured !== undefined && source.configured.trim() !== '') return parseDataKeys(source.configured);
  if (source.mode === 'production') {
    throw new Error(
      '缺少环境变量 XINGHUO_DATA_KEY：正式运行必须提供加密个人信息的密钥（32 字节，base64 编码，可用 openssl rand -base64 32 生成），并妥善备份。',
    );
  }
  return parseDataKeys(readOrMakeDemoKey(source.dataFolder));
}

function parseDataKeys(text: string): DataKeys {
  const [first, ...others] = text.split(',').map(parseDataKey);
  if (first === undefined) throw new Error('XINGHUO_DATA_KEY 为空。');
  const keys: DataKeys = [first, ...others];
  if (new Set(keys.map((key) => key.id)).size !== keys.length) {
    throw new Error('XINGHUO_DATA_KEY 中有两个密钥用了同一个编号。');
  }
  return keys;
}

function parseDataKey(text: string): DataKey {
  const match = /^(?:(k[0-9]{1,4}):)?([A-Za-z0-9+/]{43}=)$/.exec(text.trim());
  const bytes = Buffer.from(match?.[2] ?? '', 'base64');
  // The message never repeats the value: it would end in a log.
  if (match === null || bytes.length !== keyBytes) {
    throw new Error('XINGHUO_DATA_KEY 不正确：应为 32 字节的 base64 编码（44 个字符），可带编号，如 k2:…,k1:…。');
  }
  return { id: match[1] ?? 'k1', bytes };
}

function readOrMakeDemoKey(folder: string): string {
  const path = join(folder, 'data-key');
  mkdirSync(folder, { recursive: true });
  try {
    // Exclusive creation: of two first starts at once one makes the key and the other reads it.
    writeFileSync(path, `${randomBytes(keyBytes).toString('base64')}\n`, { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    if (!isAlreadyThere(error)) throw error;
  }
  return readFileSync(path, 'utf8');
}

function isAlreadyThere(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';
}

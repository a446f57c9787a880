/** A secret key: its short name, written beside every value it sealed, and its 32 bytes. */
export type DataKey = { readonly id: string; readonly bytes: Buffer };

/** The first seals; the others only open what was sealed before a change of key. */
export type DataKeys = readonly [DataKey, ...DataKey[]];

export const keyBytes = 32;

/**
 * Reads the keys that a setting gives: 32 bytes in base64 (`openssl rand -base64 32`), which is then named k1, or several with their
 * names, the one that seals first: `k2:<base64>,k1:<base64>`. Throws with a sentence that names the setting and never repeats its value.
 */
export function parseKeys(text: string, setting: string): DataKeys {
  const [first, ...others] = text.split(',').map((part) => parseKey(part, setting));
  if (first === undefined) throw new Error(`${setting} 为空。`);
  const keys: DataKeys = [first, ...others];
  if (new Set(keys.map((key) => key.id)).size !== keys.length) {
    throw new Error(`${setting} 中有两个密钥用了同一个编号。`);
  }
  return keys;
}

/** The key with the lowest number. It stays the same while newer ones come and change places. */
export function oldestOf(keys: DataKeys): DataKey {
  const number = (key: DataKey) => Number(key.id.slice(1));
  return keys.reduce((oldest, key) => (number(key) < number(oldest) ? key : oldest));
}

function parseKey(text: string, setting: string): DataKey {
  const match = /^(?:(k[0-9]{1,4}):)?([A-Za-z0-9+/]{43}=)$/.exec(text.trim());
  const bytes = Buffer.from(match?.[2] ?? '', 'base64');
  // The message never repeats the value: it would end in a log.
  if (match === null || bytes.length !== keyBytes) {
    throw new Error(`${setting} 不正确：应为 32 字节的 base64 编码（44 个字符），可带编号，如 k2:…,k1:…。`);
  }
  return { id: match[1] ?? 'k1', bytes };
}

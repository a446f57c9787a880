import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file as the cloud keeps it. Clients own what they send; what a function writes is nobody's. `type` is what fetching it tells. */
type Kept = { bytes: Buffer; openid: string | null; type: string };

type Rule = { read: string | boolean; write: string | boolean };

/** The rules that are pasted into the cloud's console, so that the stand-in refuses what the cloud would refuse. */
const rules = JSON.parse(readFileSync(join(__dirname, '../../../config/storage-rules.json'), 'utf8')) as Rule;

/** Rules bind clients only: functions and the console read and write everything. */
function allows(rule: string | boolean, openid: string, resource: { openid: string; path: string }): boolean {
  if (typeof rule === 'boolean') return rule;
  return new Function('auth', 'resource', `return ${rule}`)({ openid }, resource) === true;
}

export type CloudStorage = {
  /** `wx.cloud.uploadFile` of whoever has this openid; answers the file's id. Throws where the rules say no. */
  sendAs(openid: string, path: string, bytes: Buffer): string;
  /** `wx.cloud.downloadFile` and `getTempFileURL` of a client: what the rules say of reading. */
  mayRead(openid: string, path: string): boolean;
  /** What lies at a path. */
  at(path: string): Kept | undefined;
  paths(): string[];
  put(path: string, bytes: Buffer, type: string): void;
  remove(path: string): void;
  idOf(path: string): string;
  pathOf(id: string): string | null;
  /** A public address of its own for `seconds` from `now`, ms. */
  addressOf(path: string, seconds: number, now: number): string;
  /** What stands behind an address at `now`; null when it is over or never was. */
  opened(address: string, now: number): Kept | null;
};

/** The storage of one cloud environment: paths, ids, temporary addresses, and the rule that nobody reads. */
export function openStorage(env: string): CloudStorage {
  const files = new Map<string, Kept>();
  const addresses = new Map<string, { path: string; until: number }>();
  const prefix = `cloud://${env}.7869-${env}-1300000000/`;
  return {
    sendAs(openid, path, bytes) {
      const owner = files.get(path)?.openid ?? openid;
      if (!allows(rules.write, openid, { openid: owner, path })) throw new Error('-503002 STORAGE_REQUEST_FAIL');
      files.set(path, { bytes, openid, type: 'application/octet-stream' });
      return `${prefix}${path}`;
    },
    mayRead: (openid, path) => allows(rules.read, openid, { openid: files.get(path)?.openid ?? '', path }),
    at: (path) => files.get(path),
    paths: () => [...files.keys()].sort(),
    put: (path, bytes, type) => void files.set(path, { bytes, openid: null, type }),
    remove: (path) => void files.delete(path),
    idOf: (path) => `${prefix}${path}`,
    pathOf: (id) => (id.startsWith(prefix) ? id.slice(prefix.length) : null),
    addressOf(path, seconds, now) {
      const name = randomBytes(12).toString('hex');
      addresses.set(name, { path, until: now + seconds * 1000 });
      return name;
    },
    opened(name, now) {
      const known = addresses.get(name);
      return known && now < known.until ? (files.get(known.path) ?? null) : null;
    },
  };
}

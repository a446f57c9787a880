import { createCipheriv, createHash } from 'node:crypto';
import type { RandomAccess } from '../storage';
import { numberOf, stringAt, stringOf } from './pdf-text';
import { pieces } from './pieces';
import { rc4 } from './rc4';

const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const objectBytes = 8192;
const nothing = Buffer.alloc(0);

/**
 * Does a PDF with `/Encrypt` open without a password, because only an owner's was set? The empty user password is held
 * against /U (ISO 32000-1, 7.6.3.4; for revisions 5 and 6 ISO 32000-2, 7.6.4.4). False for any other security
 * handler, and for what cannot be read. `trailer` is the text of the dictionaries that name /Encrypt and /ID. Reads through the file
 * once to find the dictionary, so that a wrong table of references does not matter.
 */
export async function opensWithoutPassword(file: RandomAccess, trailer: string): Promise<boolean> {
  const lock = await lockOf(file, trailer);
  if (lock === undefined) return false;
  if (cipheresOnlyAttachments(lock)) return true;
  if (!/\/Filter\s*\/Standard\b/.test(lock)) return false;
  const [user, owner] = [stringOf(lock, 'U'), stringOf(lock, 'O')];
  const revision = numberOf(lock, 'R');
  if (user === undefined || owner === undefined || revision === undefined || user.length < 32) return false;
  if (revision >= 5) return opensSince2008(user, revision);
  return opensBefore2008(lock, { user, owner, revision, id: firstId(trailer) });
}

/** Crypt filters (7.6.5): the pages themselves are plain when neither streams nor strings have one. */
function cipheresOnlyAttachments(lock: string): boolean {
  if ((numberOf(lock, 'V') ?? 0) < 4) return false;
  return !['StmF', 'StrF'].some((name) => new RegExp(`/${name}\\s*/(?!Identity\\b)`).test(lock));
}

async function lockOf(file: RandomAccess, trailer: string): Promise<string | undefined> {
  const at = /\/Encrypt(?![A-Za-z])\s*/.exec(trailer);
  if (at === null) return undefined;
  const rest = trailer.slice(at.index + at[0].length);
  if (rest.startsWith('<<')) return rest;
  const [, number, generation] = /^(\d{1,10})\s+(\d{1,5})\s+R/.exec(rest) ?? [];
  if (number === undefined) return undefined;
  let found: string | undefined;
  const mark = `${number} ${generation} obj`;
  // The last one counts: a changed PDF has its newer objects behind.
  for await (const { bytes } of pieces(file, 0, objectBytes)) {
    for (let i = bytes.indexOf(mark, 0, 'latin1'); i !== -1; i = bytes.indexOf(mark, i + mark.length, 'latin1')) {
      const before = bytes[i - 1] ?? 0x0a;
      if (before >= 0x30 && before <= 0x39) continue;
      const text = bytes.toString('latin1', i, i + objectBytes);
      const object = text.slice(0, Math.max(text.indexOf('endobj'), 0) || text.length);
      if (/\/Filter\b/.test(object)) found = object;
    }
  }
  return found;
}

function firstId(trailer: string): Buffer {
  const at = /\/ID\s*\[/.exec(trailer);
  return at === null ? nothing : (stringAt(trailer, at.index + at[0].length) ?? nothing);
}

type Lock = { readonly user: Buffer; readonly owner: Buffer; readonly revision: number; readonly id: Buffer };

function opensBefore2008(dictionary: string, { user, owner, revision, id }: Lock): boolean {
  const version = numberOf(dictionary, 'V') ?? 0;
  const said = Math.min(16, Math.max(5, Math.floor((numberOf(dictionary, 'Length') ?? 40) / 8)));
  // Crypt filters have 128 bits, and a few writers make them of fewer.
  const lengths = version === 4 ? [16, said] : version === 1 ? [5] : [said];
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE((numberOf(dictionary, 'P') ?? 0) | 0);
  const open = revision >= 4 && /\/EncryptMetadata\s+false/.test(dictionary) ? Buffer.alloc(4, 0xff) : nothing;
  const first = md5(padding, owner.subarray(0, 32), permissions, id, open);
  if (revision === 2) return rc4(first.subarray(0, 5), padding).equals(user.subarray(0, 32));
  return lengths.some((length) => {
    let key = first;
    for (let n = 0; n < 50; n += 1) key = md5(key.subarray(0, length));
    let made = md5(padding, id);
    for (let n = 0; n < 20; n += 1) made = rc4(Buffer.from(key.subarray(0, length).map((byte) => byte ^ n)), made);
    return made.equals(user.subarray(0, 16));
  });
}

function opensSince2008(user: Buffer, revision: number): boolean {
  if (user.length < 48) return false;
  const salt = user.subarray(32, 40);
  const made = revision === 5 ? sha('sha256', salt) : hashOfRevision6(salt);
  return made.equals(user.subarray(0, 32));
}

/** ISO 32000-2, algorithm 2.B, with an empty password. */
function hashOfRevision6(salt: Buffer): Buffer {
  let key = sha('sha256', salt);
  for (let round = 0, last = 0; round < 64 || last > round - 32; round += 1) {
    const repeated = Buffer.concat(Array<Buffer>(64).fill(key));
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false);
    const ciphered = cipher.update(repeated);
    const rest = ciphered.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = sha(rest === 0 ? 'sha256' : rest === 1 ? 'sha384' : 'sha512', ciphered);
    last = ciphered.at(-1) ?? 0;
  }
  return key.subarray(0, 32);
}

function md5(...parts: readonly Buffer[]): Buffer {
  return createHash('md5').update(Buffer.concat(parts)).digest();
}

function sha(name: 'sha256' | 'sha384' | 'sha512', data: Buffer): Buffer {
  return createHash(name).update(data).digest();
}

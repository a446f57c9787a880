import { scrypt } from 'node:crypto';
import { codeLength, codeLetters } from '@shared/kernel/typed/spoken-code';

/** Bytes above this would make some letters likelier than others. */
const fair = 256 - (256 % codeLetters.length);

/** A fresh code of ten letters, each as likely as any other: 45 bits. */
export function drawCode(random: (bytes: number) => Uint8Array): string {
  let code = '';
  while (code.length < codeLength) {
    for (const byte of random(codeLength)) {
      if (byte < fair && code.length < codeLength) code += codeLetters.charAt(byte % codeLetters.length);
    }
  }
  return code;
}

/**
 * What is kept of a code, 64 hex digits. Slow on purpose (some ten milliseconds): a code that people can read out is short, and must not be found
 * from a stolen database before it has run out. Needs no key, so that `npm run appoint` runs where `npm run migrate` does.
 */
export function hashCode(code: string): Promise<string> {
  return new Promise((resolve, reject) => {
    scrypt(code, 'xinghuo grant code', 32, { N: 4096, r: 8, p: 1 }, (error, key) =>
      error ? reject(error) : resolve(key.toString('hex')),
    );
  });
}

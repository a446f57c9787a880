import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detectKind } from '../../../../cloudfunctions/core/platform/storage/detect-kind';
import { locationSpans } from '../../../../cloudfunctions/core/platform/storage/location/location-spans';
import * as legacy from '../../../support/sample-files/legacy-office';
import { exifBlock, makeLocatedJpg, makePngWith, placeBoxes, pngChunk } from '../../../support/sample-files/located';
import { box, makeMp4 } from '../../../support/sample-files/mp4';
import { makeDocx, makePptx, makeXlsx } from '../../../support/sample-files/office';
import { makePdf } from '../../../support/sample-files/pdf';

/** The same numbers in every run, from 0 to below 1 (a linear congruence of 32 bits). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const folder = join(__dirname, '../../../support/sample-files/field-cases');
const samples = [
  makePdf(),
  makeDocx(),
  makePptx(),
  makeXlsx(),
  legacy.makeDoc(),
  legacy.makePpt(),
  legacy.makeXls({ encrypted: true }),
  legacy.makeEncryptedOffice(),
  makeLocatedJpg(),
  makePngWith(pngChunk('eXIf', exifBlock())),
  Buffer.concat([makeMp4(), box('moov', placeBoxes())]),
  ...readdirSync(folder).map((name) => readFileSync(join(folder, name))),
];

/** Bytes turned over, a stretch of numbers that are far too large, a stretch taken out, or the end missing. */
function spoilt(bytes: Buffer, next: () => number): Buffer {
  const copy = Buffer.from(bytes);
  const at = Math.floor(next() * copy.length);
  const way = next();
  if (way < 0.4) for (let n = 0; n < 8; n += 1) copy[Math.floor(next() * copy.length)] = Math.floor(next() * 256);
  else if (way < 0.6) copy.fill(0xff, at, Math.min(copy.length, at + 8));
  else if (way < 0.8) return Buffer.concat([copy.subarray(0, at), copy.subarray(at + Math.floor(next() * 64))]);
  else return copy.subarray(0, at);
  return copy;
}

test('a spoilt file never makes the check fail by itself, and reads stay bounded', async () => {
  const next = numbers(8);
  for (const sample of samples) {
    for (let round = 0; round < 40; round += 1) {
      const bytes = spoilt(sample, next);
      let reads = 0;
      let total = 0;
      const read = async (offset: number, length: number) => {
        expect(offset >= 0 && length >= 0 && Number.isSafeInteger(offset + length)).toBe(true);
        reads += 1;
        const part = bytes.subarray(offset, offset + length);
        total += part.length;
        return part;
      };
      const found = await detectKind({ size: bytes.length, read });
      if (found.state === 'sound') {
        for (const span of await locationSpans({ size: bytes.length, read }, found.kind)) {
          expect(span.offset + span.bytes.length).toBeLessThanOrEqual(bytes.length);
        }
      }
      expect(reads).toBeLessThan(3000);
      expect(total).toBeLessThan(40 * bytes.length + 4 * 1024 * 1024);
    }
  }
});

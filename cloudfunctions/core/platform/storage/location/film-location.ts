import { type Box, type BoxBudget, readBoxes } from '../formats/boxes';
import type { RandomAccess } from '../storage';
import { fill, type Overwrite } from './overwrite';
import { xmpLocation } from './xmp-location';

const maxBoxes = 2048;
const maxKeysBytes = 64 * 1024;
const maxPlaceBytes = 64 * 1024;
const maxXmpBytes = 1024 * 1024;
/** Boxes that say the place: QuickTime's ©xyz, 3GPP's loci (TS 26.244, 8.10), GoPro's telemetry. */
const places = ['\xa9xyz', 'loci', 'GPMF'];
const xmpUuid = 'be7acfcb97a942e89c71999491e3afac';

/** What a film (ISO/IEC 14496-12, or QuickTime) that lies from `start` to `end` says of its place in its header. */
export async function filmLocation(file: RandomAccess, start: number, end: number): Promise<readonly Overwrite[]> {
  const budget: BoxBudget = { left: maxBoxes };
  const spans: Overwrite[] = [];
  await inside(file, start, end, budget, spans);
  return spans;
}

async function inside(file: RandomAccess, start: number, end: number, budget: BoxBudget, spans: Overwrite[]) {
  const { boxes } = await readBoxes(file, start, end, budget);
  for (const box of boxes) {
    const { type } = box;
    if (places.includes(type)) spans.push(...freed(box));
    else if (type === 'XMP_') spans.push(...(await xmp(file, box.start, box.end)));
    else if (type === 'uuid') spans.push(...(await xmpOfUuid(file, box)));
    else if (type === 'meta') await insideMeta(file, box, budget, spans);
    else if (['moov', 'trak', 'udta'].includes(type)) await inside(file, box.start, box.end, budget, spans);
  }
}

/** It becomes free space, which every reader passes over. */
function freed({ offset, start, end }: Box): readonly Overwrite[] {
  const length = Math.min(end - start, maxPlaceBytes);
  return [{ offset: offset + 4, bytes: Buffer.from('free') }, fill(start, length, 0)];
}

async function xmp(file: RandomAccess, start: number, end: number): Promise<readonly Overwrite[]> {
  return xmpLocation(await file.read(start, Math.min(end - start, maxXmpBytes)), start);
}

async function xmpOfUuid(file: RandomAccess, { start, end }: Box): Promise<readonly Overwrite[]> {
  const id = (await file.read(start, 16)).toString('hex');
  return id === xmpUuid ? xmp(file, start + 16, end) : [];
}

/** Apple's metadata: `keys` names them, `ilst` holds a box for each, whose type is the name's number from 1. */
async function insideMeta(file: RandomAccess, meta: Box, budget: BoxBudget, spans: Overwrite[]) {
  // In MP4 four bytes of version and flags come first, in QuickTime none.
  const plain = (await file.read(meta.start + 4, 4)).toString('latin1') === 'hdlr';
  const { boxes } = await readBoxes(file, plain ? meta.start : meta.start + 4, meta.end, budget);
  const keys = boxes.find(({ type }) => type === 'keys');
  const list = boxes.find(({ type }) => type === 'ilst');
  if (list === undefined) return;
  const numbers =
    keys === undefined ? [] : placeKeys(await file.read(keys.start, Math.min(keys.end - keys.start, maxKeysBytes)));
  const { boxes: items } = await readBoxes(file, list.start, list.end, budget);
  for (const item of items) {
    if (places.includes(item.type)) spans.push(...freed(item));
    const number = Buffer.from(item.type, 'latin1').readUInt32BE(0);
    if (!numbers.includes(number)) continue;
    const { boxes: values } = await readBoxes(file, item.start, item.end, budget);
    for (const value of values.filter(({ type }) => type === 'data')) {
      const length = Math.min(value.end - value.start - 8, maxPlaceBytes);
      const said = length > 0 ? await file.read(value.start + 8, length) : Buffer.alloc(0);
      if (said.some((byte) => byte !== 0x20)) spans.push(fill(value.start + 8, said.length, 0x20));
    }
  }
}

/** The numbers of those keys that speak of a place. */
function placeKeys(bytes: Buffer): readonly number[] {
  const numbers: number[] = [];
  let at = 8;
  for (let number = 1; at + 8 <= bytes.length; number += 1) {
    const length = bytes.readUInt32BE(at);
    if (length < 8) break;
    if (/location/i.test(bytes.toString('latin1', at + 8, at + length))) numbers.push(number);
    at += length;
  }
  return numbers;
}

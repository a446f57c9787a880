import type { RandomAccess } from '../storage';

/** A box of ISO/IEC 14496-12: where it begins, where its content begins, and where both end. */
export type Box = { readonly type: string; readonly offset: number; readonly start: number; readonly end: number };

/** How many boxes may still be read, shared by all levels of one file, so that a file of tiny boxes costs little. */
export type BoxBudget = { left: number };

/**
 * The boxes that lie one behind the other from `start` to `end`, with those that fitted in front of one that does not.
 * `whole` is false when one reaches past `end` or says nonsense, or when the budget ran out.
 */
export async function readBoxes(
  file: RandomAccess,
  start: number,
  end: number,
  budget: BoxBudget,
): Promise<{ readonly boxes: readonly Box[]; readonly whole: boolean }> {
  const boxes: Box[] = [];
  let offset = start;
  while (offset < end) {
    budget.left -= 1;
    const box = budget.left < 0 ? undefined : await readBox(file, offset, end);
    if (box === undefined) return { boxes, whole: false };
    boxes.push(box);
    offset = box.end;
  }
  return { boxes, whole: true };
}

async function readBox(file: RandomAccess, offset: number, limit: number): Promise<Box | undefined> {
  const header = await file.read(offset, 16);
  if (header.length < 8) return undefined;
  const type = header.toString('latin1', 4, 8);
  const small = header.readUInt32BE(0);
  if (small === 0) return { type, offset, start: offset + 8, end: limit };
  if (small === 1 && header.length < 16) return undefined;
  const size = small === 1 ? Number(header.readBigUInt64BE(8)) : small;
  const headerSize = small === 1 ? 16 : 8;
  if (size < headerSize || offset + size > limit) return undefined;
  return { type, offset, start: offset + headerSize, end: offset + size };
}

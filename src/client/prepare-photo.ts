import { Failure } from './failure';
import { headInBrowser, redrawInBrowser, sizeInBrowser } from './photo-in-browser';
import { headInWechat, redrawInWechat, sizeInWechat } from './photo-in-wechat';
import type { PhotoLimit } from './photo-limit';
import type { PickedFile } from './pick-file';

/** What the place for a file takes: kinds by extension, the limit in bytes. */
type Room = { kinds: readonly string[]; maxBytes: number };
export type Prepared = { file: PickedFile; done: 'converted' | 'shrunk' | null };

/** A page of print is read well at 4,000 pixels; phones take 8,000 and more. */
const mostSide = 4000;
const heicBrands: readonly string[] = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];
const heicZh =
  '这张照片是 HEIC 格式，这台设备不能转换。请在 iPhone 上打开“设置 → 相机 → 格式”，选“兼容性最佳”后重新拍摄；已经拍好的，可以先发到微信聊天，再从聊天中选择';

/**
 * Makes a photo fit before it is sent: HEIC becomes JPEG, a photo larger than its place takes, or longer than 4,000 pixels, is
 * shrunk to JPEG, upright as before. Anything else, and whatever does not go into a place for pictures, stays as it is.
 * @returns the file to send and what was done to it
 * @throws Failure PHOTO_NOT_CONVERTED with the way out, for a HEIC photo that this device cannot read
 */
export async function preparePhoto(file: PickedFile, { kinds, maxBytes }: Room): Promise<Prepared> {
  const asItIs: Prepared = { file, done: null };
  if (!kinds.includes('jpg')) return asItIs;
  const kind = kindOf(await headOf(file));
  if (kind === null) return asItIs;
  const pixels = await pixelsOf(file);
  const large = file.size > maxBytes || (pixels !== null && Math.max(pixels.width, pixels.height) > mostSide);
  if (kind !== 'heic' && (!large || pixels === null)) return asItIs;
  const made = await redraw(file, { side: mostSide, bytes: maxBytes });
  if (made) {
    const name = `${file.name.replace(/\.[A-Za-z0-9]{1,5}$/, '')}.jpg`;
    return { file: { ...made, name }, done: large ? 'shrunk' : 'converted' };
  }
  // A large photo that cannot be shrunk here is refused by the server with its size.
  if (kind === 'heic') throw new Failure('PHOTO_NOT_CONVERTED', heicZh);
  return asItIs;
}

/** Told by its first bytes: phones name a HEIC photo `.jpg` too. */
function kindOf(head: Uint8Array): 'jpg' | 'png' | 'heic' | null {
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'jpg';
  const text = String.fromCharCode(...head);
  if (text.startsWith('\x89PNG')) return 'png';
  return text.slice(4, 8) === 'ftyp' && heicBrands.includes(text.slice(8, 12)) ? 'heic' : null;
}

const headOf = ({ source }: PickedFile): Promise<Uint8Array> =>
  'blob' in source ? headInBrowser(source.blob) : headInWechat(source.path);

const pixelsOf = ({ source }: PickedFile) =>
  'blob' in source ? sizeInBrowser(source.blob) : sizeInWechat(source.path);

const redraw = ({ source }: PickedFile, limit: PhotoLimit) =>
  'blob' in source ? redrawInBrowser(source.blob, limit) : redrawInWechat(source.path, limit);

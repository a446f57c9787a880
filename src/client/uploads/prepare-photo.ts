import { Failure } from '../transport/failure';
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
  const hand = handOn(file);
  const kind = kindOf(await hand.head());
  if (kind === null) return asItIs;
  const pixels = await hand.pixels();
  const large = file.size > maxBytes || (pixels !== null && Math.max(pixels.width, pixels.height) > mostSide);
  if (kind !== 'heic' && (!large || pixels === null)) return asItIs;
  const made = await hand.redraw({ side: mostSide, bytes: maxBytes });
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

type Hand = {
  head(): Promise<Uint8Array>;
  pixels(): Promise<{ width: number; height: number } | null>;
  redraw(limit: PhotoLimit): ReturnType<typeof redrawInWechat>;
};

/** How this device reads a picture and draws it anew. The build for WeChat carries nothing of the browser's. */
function handOn({ source }: PickedFile): Hand {
  if ('path' in source) {
    const { path } = source;
    return {
      head: () => headInWechat(path),
      pixels: () => sizeInWechat(path),
      redraw: (limit) => redrawInWechat(path, limit),
    };
  }
  // Inside the branch, or the packer keeps what stands behind it.
  if (process.env.TARO_ENV === 'h5') {
    const { blob } = source;
    return {
      head: () => headInBrowser(blob),
      pixels: () => sizeInBrowser(blob),
      redraw: (limit) => redrawInBrowser(blob, limit),
    };
  }
  throw new Error('Only a browser holds a file as a blob.');
}

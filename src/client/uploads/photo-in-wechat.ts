import Taro from '@tarojs/taro';
import type { PhotoLimit } from './photo-limit';
import type { PickedFile } from './pick-file';

type Made = Pick<PickedFile, 'size' | 'source'>;
type Pixels = { width: number; height: number };

/** The first bytes of a file; none when it cannot be read. */
export function headInWechat(filePath: string): Promise<Uint8Array> {
  return new Promise((resolve) => {
    Taro.getFileSystemManager().readFile({
      filePath,
      position: 0,
      length: 12,
      success: ({ data }) => resolve(typeof data === 'string' ? new Uint8Array() : new Uint8Array(data)),
      fail: () => resolve(new Uint8Array()),
    });
  });
}

/** A picture's sides in pixels; null when WeChat cannot read it. They are told as stored, not as turned (getImageInfo). */
export async function sizeInWechat(src: string): Promise<Pixels | null> {
  return Taro.getImageInfo({ src }).catch(() => null);
}

/**
 * The picture as JPEG within the limit, by WeChat's own compressing, which keeps it upright; null when it gives no JPEG. Widths are told by the
 * shorter side where a picture may lie on its side, so that none grows.
 */
export async function redrawInWechat(src: string, { side, bytes }: PhotoLimit): Promise<Made | null> {
  const pixels = await sizeInWechat(src);
  for (let most = side; most >= side / 8; most *= 0.75) {
    const path = await compressed(src, pixels && widthWithin(pixels, most));
    if (path === null || !isJpeg(await headInWechat(path))) return null;
    const size = await bytesOf(path);
    if (size !== null && size <= bytes) return { size, source: { path } };
  }
  return null;
}

function widthWithin({ width, height }: Pixels, most: number): number {
  const scale = Math.min(1, most / Math.max(width, height));
  return Math.round(Math.min(width, height) * scale);
}

async function compressed(src: string, compressedWidth: number | null): Promise<string | null> {
  const wish = { src, quality: 85, ...(compressedWidth !== null && { compressedWidth }) };
  return Taro.compressImage(wish).then(
    ({ tempFilePath }) => tempFilePath,
    () => null,
  );
}

const isJpeg = (head: Uint8Array): boolean => head[0] === 0xff && head[1] === 0xd8;

function bytesOf(filePath: string): Promise<number | null> {
  return new Promise((resolve) => {
    Taro.getFileSystemManager().getFileInfo({
      filePath,
      success: ({ size }) => resolve(size),
      fail: () => resolve(null),
    });
  });
}

import Taro from '@tarojs/taro';
import { type PickedFile, pickFile } from '../../client/uploads/pick-file';
import { preparePhoto } from '../../client/uploads/prepare-photo';
import { sizeZh } from './size-zh';

const films: readonly string[] = ['mp4', 'mov'];
const pictures: readonly string[] = ['jpg', 'png'];

/** A file ready to be sent, and what was done to it before; `saidZh` is null when nothing was. */
export type Chosen = { file: PickedFile; saidZh: string | null };

/**
 * Asks where the file is and lets the person choose it: in WeChat the album, the camera or a chat (documents lie only in
 * chats); in a browser the device. A photo is made to fit. Null when nothing was chosen; rejects with Failure when the privacy guide was
 * refused, or a photo cannot be used as it is, with the way out.
 */
export async function chooseFile(slot: { kinds: readonly string[]; maxBytes: number }): Promise<Chosen | null> {
  const picked = await pick(slot.kinds);
  if (picked === null) return null;
  const { file, done } = await preparePhoto(picked, slot);
  return { file, saidZh: done && saidZh[done](sizeZh(file.size)) };
}

const saidZh = {
  converted: () => '照片已转成 JPG 格式',
  shrunk: (size: string) => `照片较大，已缩小到 ${size}`,
};

async function pick(kinds: readonly string[]): Promise<PickedFile | null> {
  const takes = (some: readonly string[]) => kinds.some((kind) => some.includes(kind));
  const asked = takes(pictures) && !turnsHeicItself() ? [...kinds, 'heic'] : kinds;
  if (process.env.TARO_ENV === 'h5' || !takes([...pictures, ...films])) return pickFile('chat', asked);
  const sources = ['album', 'camera', 'chat'] as const;
  const camera = takes(pictures) ? '拍照' : '拍视频';
  const tapped = await Taro.showActionSheet({ itemList: ['从相册选', camera, '微信聊天文件'] }).catch(() => null);
  // Closed without choosing.
  return tapped === null ? null : pickFile(sources[tapped.tapIndex] ?? 'chat', asked);
}

/** An iPhone's browser hands over JPEG by itself, unless HEIC is asked for. */
const turnsHeicItself = (): boolean =>
  process.env.TARO_ENV === 'h5' && /iPhone|iPad|iPod/.test(window.navigator.userAgent);

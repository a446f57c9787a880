import Taro from '@tarojs/taro';
import { type PickedFile, pickFile } from '../../client/pick-file';

const pictures: readonly string[] = ['jpg', 'jpeg', 'png', 'mp4'];

/**
 * Asks where the file is and lets the person choose it: in WeChat the album, the camera or a chat (documents lie only in
 * chats); in a browser the device. Null when nothing was chosen; rejects with Failure when the privacy guide was refused.
 * @param kinds accepted extensions
 */
export async function chooseFile(kinds: readonly string[]): Promise<PickedFile | null> {
  const seen = kinds.some((kind) => pictures.includes(kind));
  if (process.env.TARO_ENV === 'h5' || !seen) return pickFile('chat', kinds);
  const sources = ['album', 'camera', 'chat'] as const;
  const camera = kinds.every((kind) => kind === 'mp4') ? '拍视频' : '拍照';
  const tapped = await Taro.showActionSheet({ itemList: ['从相册选', camera, '微信聊天文件'] }).catch(() => null);
  // Closed without choosing.
  return tapped === null ? null : pickFile(sources[tapped.tapIndex] ?? 'chat', kinds);
}

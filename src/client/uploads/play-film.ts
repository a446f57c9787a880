import Taro from '@tarojs/taro';
import { go } from '../go';

let film: string | null = null;

/** The path of the film that is to be played on the page for it; null when that page was opened by its address alone. */
export const filmToPlay = (): string | null => film;

const onComputer = (): boolean => ['windows', 'mac'].includes(Taro.getDeviceInfo().platform);

/**
 * Plays a film that lies on the device: in WeChat's viewer, which can be kept from handing it on; on a computer, where that viewer plays
 * none, or when it fails, on a page of our own.
 */
export async function playFilm(path: string): Promise<void> {
  if (!onComputer()) {
    try {
      await Taro.previewMedia({ sources: [{ url: path, type: 'video' }], showmenu: false });
      return;
    } catch {
      // Then on our own page.
    }
  }
  film = path;
  await go('open/film');
}

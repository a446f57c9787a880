import { formatTime, shanghaiDate } from '@shared/kernel/shanghai';
import Taro from '@tarojs/taro';
import { Failure, privacyFailure } from '../transport/failure';
import { refusedByDevice } from './device-permission';

/** A file as the device names it; `source` is what the platform's upload takes. */
export type PickedFile = { name: string; size: number; source: { path: string } | { blob: Blob } };

const filmKinds: readonly string[] = ['mp4', 'mov'];
const pictureKinds: readonly string[] = ['jpg', 'png', 'heic'];
const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
  heic: 'image/heic',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
};

/** Names that a file of these kinds may end with. */
const extensionsOf = (kinds: readonly string[]) => kinds.flatMap((kind) => (kind === 'jpg' ? ['jpg', 'jpeg'] : [kind]));
const extensionOf = (path: string) => path.slice(path.lastIndexOf('.') + 1).toLowerCase();
const has = (kinds: readonly string[], some: readonly string[]) => kinds.some((kind) => some.includes(kind));

/**
 * Lets the person choose one file from the album, the camera or a WeChat chat; on H5 from the device.
 * @param kinds accepted extensions; the server decides, this only narrows the choice
 * @returns null when nothing was chosen; rejects with Failure when WeChat's privacy guide was not agreed to, when the device lets us not
 * into the album or to the camera (the person has been led to the settings then), or when the file did not come
 */
export function pickFile(from: 'album' | 'camera' | 'chat', kinds: readonly string[]): Promise<PickedFile | null> {
  if (process.env.TARO_ENV === 'h5') return pickInBrowser(kinds);
  return from === 'chat' ? pickInChat(kinds) : pickPicture(from, kinds);
}

/** The album calls every picture by a number of its own, the camera by none: the moment tells several apart. */
function nameOf(fileType: string, path: string): string {
  const now = Date.now();
  const day = shanghaiDate(now).slice(5).replace('-', '');
  const seconds = String(Math.floor(now / 1000) % 60).padStart(2, '0');
  const moment = `${day}-${formatTime(now).replace(':', '')}${seconds}`;
  return `${fileType === 'video' ? '视频' : '照片'}-${moment}.${extensionOf(path)}`;
}

async function pickPicture(from: 'album' | 'camera', kinds: readonly string[]): Promise<PickedFile | null> {
  const films = has(kinds, filmKinds);
  const pictures = has(kinds, pictureKinds);
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: 1,
      mediaType: films ? (pictures ? ['image', 'video'] : ['video']) : ['image'],
      sourceType: [from],
      // It governs films too: a phone's film in its original size is ten times what a slot takes. Papers must stay readable.
      sizeType: films ? ['compressed'] : ['original'],
      // The longest that WeChat's camera films; without it, ten seconds.
      maxDuration: 60,
    });
    const [file] = tempFiles;
    if (!file) return null;
    const path = file.tempFilePath;
    return { name: nameOf(file.fileType, path), size: file.size, source: { path } };
  } catch (error) {
    return nothingChosen(error, from);
  }
}

/** WeChat tells a closed chooser as a failure too; a device that said no, or a file that does not come, is none. */
async function nothingChosen(error: unknown, from: 'album' | 'camera' | 'chat'): Promise<null> {
  const failure = privacyFailure(error);
  if (failure) throw failure;
  const words = String((error as { errMsg?: unknown } | null)?.errMsg ?? '');
  if (/cancel/i.test(words)) return null;
  if (from !== 'chat') await refusedByDevice(words, from);
  throw new Failure('FILE_NOT_CHOSEN', '没有取到文件，请再选一次，或换一种方式选');
}

async function pickInChat(kinds: readonly string[]): Promise<PickedFile | null> {
  // Endings narrow the choice only where files alone are shown; a picture sent in a chat is none of those.
  const seen = has(kinds, [...filmKinds, ...pictureKinds]);
  const shown = seen ? ({ type: 'all' } as const) : ({ type: 'file', extension: extensionsOf(kinds) } as const);
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, ...shown });
    const [file] = tempFiles;
    return file ? { name: file.name, size: file.size, source: { path: file.path } } : null;
  } catch (error) {
    return nothingChosen(error, 'chat');
  }
}

function pickInBrowser(kinds: readonly string[]): Promise<PickedFile | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'xh-file';
    input.hidden = true;
    // Some browsers on phones go by endings, some by media types.
    const endings = extensionsOf(kinds).map((kind) => `.${kind}`);
    input.accept = [...endings, ...kinds.flatMap((kind) => mediaTypes[kind] ?? [])].join(',');
    const end = (picked: PickedFile | null) => {
      input.remove();
      resolve(picked);
    };
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      end(file ? { name: file.name, size: file.size, source: { blob: file } } : null);
    });
    input.addEventListener('cancel', () => end(null));
    document.body.append(input);
    input.click();
  });
}

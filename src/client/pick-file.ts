import Taro from '@tarojs/taro';
import { privacyFailure } from './failure';

/** A file as the device names it; `source` is what the platform's upload takes. */
export type PickedFile = { name: string; size: number; source: { path: string } | { blob: Blob } };

/** Names that a file of these kinds may end with. */
const extensionsOf = (kinds: readonly string[]) => kinds.flatMap((kind) => (kind === 'jpg' ? ['jpg', 'jpeg'] : [kind]));
const extensionOf = (path: string) => path.slice(path.lastIndexOf('.') + 1).toLowerCase();

/**
 * Lets the person choose one file from the album, the camera or a WeChat chat; on H5 from the device.
 * @param kinds accepted extensions; the server decides, this only narrows the choice
 * @returns null when nothing was chosen; rejects with Failure when WeChat's privacy guide was not agreed to
 */
export function pickFile(from: 'album' | 'camera' | 'chat', kinds: readonly string[]): Promise<PickedFile | null> {
  if (process.env.TARO_ENV === 'h5') return pickInBrowser(kinds);
  return from === 'chat' ? pickInChat(kinds) : pickPicture(from, kinds);
}

async function pickPicture(from: 'album' | 'camera', kinds: readonly string[]): Promise<PickedFile | null> {
  const films = kinds.includes('mp4');
  const pictures = kinds.some((kind) => kind === 'jpg' || kind === 'png');
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: 1,
      mediaType: films ? (pictures ? ['image', 'video'] : ['video']) : ['image'],
      sourceType: [from],
      sizeType: ['original'],
      // The longest that WeChat's camera films; without it, ten seconds.
      maxDuration: 60,
    });
    const [file] = tempFiles;
    if (!file) return null;
    const kind = extensionOf(file.tempFilePath);
    return {
      name: `${file.fileType === 'video' ? '视频' : '照片'}.${kind}`,
      size: file.size,
      source: { path: file.tempFilePath },
    };
  } catch (error) {
    return nothingChosen(error);
  }
}

/** WeChat tells a closed chooser as a failure too. */
function nothingChosen(error: unknown): null {
  const failure = privacyFailure(error);
  if (failure) throw failure;
  return null;
}

async function pickInChat(kinds: readonly string[]): Promise<PickedFile | null> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'all', extension: extensionsOf(kinds) });
    const [file] = tempFiles;
    return file ? { name: file.name, size: file.size, source: { path: file.path } } : null;
  } catch (error) {
    return nothingChosen(error);
  }
}

function pickInBrowser(kinds: readonly string[]): Promise<PickedFile | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'xh-file';
    input.hidden = true;
    input.accept = extensionsOf(kinds)
      .map((kind) => `.${kind}`)
      .join(',');
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

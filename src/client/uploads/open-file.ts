import Taro from '@tarojs/taro';
import { requestSilence } from '../cache/silence-of';
import { sessionToken } from '../session/session';
import { Failure } from '../transport/failure';
import { serverAddress } from '../transport/transport-http';
import { playFilm } from './play-film';

/** Where one file may be read for a few minutes, as `entry/openMaterial` answers. */
export type FileAddress = { url: string; name: string; kind: string; inline: boolean };

type DocumentType = keyof Taro.openDocument.FileType;

const notOpened = () => new Failure('FILE_NOT_OPENED', '文件没有打开，请返回页面重新打开');
const pictures: readonly string[] = ['jpg', 'png'];
const films: readonly string[] = ['mp4', 'mov'];
const absolute = (url: string) => (url.startsWith('http') ? url : `${serverAddress}${url}`);

/**
 * Shows a file: in a browser in a tab of its own, or as a download where the browser cannot show it; in WeChat by its
 * own viewers, from which it cannot be handed on. Rejects with Failure when the file does not come.
 */
export async function openFile({ url, name, kind, inline }: FileAddress): Promise<void> {
  const address = absolute(url);
  if (process.env.TARO_ENV === 'h5') openInBrowser(address, inline ? null : name);
  else await openInWechat(address, kind);
}

function openInBrowser(address: string, saveAs: string | null): void {
  const anchor = document.createElement('a');
  anchor.href = address;
  if (saveAs === null) anchor.target = '_blank';
  else anchor.download = saveAs;
  anchor.rel = 'noopener';
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
}

/** Kinds that a page of ours can show by itself: in WeChat documents have a viewer of its own. */
export const isShownInPage = (kind: string): boolean =>
  pictures.includes(kind) || films.includes(kind) || (process.env.TARO_ENV === 'h5' && kind === 'pdf');

export const isPicture = (kind: string): boolean => pictures.includes(kind);
export const isFilm = (kind: string): boolean => films.includes(kind);

/** From where a page can show a file: its address in a browser, in WeChat its path on the device. Rejects with Failure when it does not come. */
export async function placeToShow({ url, kind }: FileAddress): Promise<string> {
  if (process.env.TARO_ENV === 'h5' || !isShownInPage(kind)) return absolute(url);
  return fetchInWechat(absolute(url));
}

/** WeChat's viewers send no session along, so the file is fetched first; on our own servers the address alone opens nothing. */
async function fetchInWechat(address: string): Promise<string> {
  const token = sessionToken();
  let fetched: Taro.downloadFile.FileSuccessCallbackResult;
  try {
    fetched = await Taro.downloadFile({
      url: address,
      header: token === null ? {} : { Authorization: `Bearer ${token}` },
    });
  } catch (error) {
    throw requestSilence(error);
  }
  if (fetched.statusCode !== 200) throw notOpened();
  return fetched.tempFilePath;
}

async function openInWechat(address: string, kind: string): Promise<void> {
  const path = await fetchInWechat(address);
  try {
    if (pictures.includes(kind)) await Taro.previewImage({ urls: [path], showmenu: false });
    else if (films.includes(kind)) await playFilm(path);
    // The address carries no ending by which WeChat could tell what it is.
    else await Taro.openDocument({ filePath: path, fileType: kind as DocumentType, showMenu: false });
  } catch {
    throw notOpened();
  }
}

import Taro from '@tarojs/taro';
import { networkFailure } from './failure';
import { serverAddress } from './transport-http';

/** Where one file may be read for a few minutes, as `entry/openMaterial` answers. */
export type FileAddress = { url: string; name: string; kind: string; inline: boolean };

const pictures: readonly string[] = ['jpg', 'png'];
const absolute = (url: string) => (url.startsWith('http') ? url : `${serverAddress}${url}`);

/**
 * Shows a file: in a browser in a tab of its own, or as a download where the browser cannot show it; in WeChat by its
 * own viewers. Rejects with Failure NETWORK when the file does not come.
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

async function openInWechat(address: string, kind: string): Promise<void> {
  if (pictures.includes(kind)) return void (await Taro.previewImage({ urls: [address] }));
  if (kind === 'mp4') return void (await Taro.previewMedia({ sources: [{ url: address, type: 'video' }] }));
  try {
    const { tempFilePath } = await Taro.downloadFile({ url: address });
    await Taro.openDocument({ filePath: tempFilePath, showMenu: false });
  } catch {
    throw networkFailure();
  }
}

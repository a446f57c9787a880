import Taro from '@tarojs/taro';

/** A file as an answer brought it. */
export type HandedFile = { name: string; base64: string };

/**
 * Gives the person a file that came in an answer: in a browser a download; in WeChat a document opens in its viewer, from which it is kept or
 * handed on, and what the viewer cannot show is handed to a chat. False when it was not kept, which may be the person's own wish.
 */
export async function saveFile({ name, base64 }: HandedFile): Promise<boolean> {
  try {
    if (process.env.TARO_ENV === 'h5') saveInBrowser(name, base64);
    else await saveInWechat(name, base64);
    return true;
  } catch {
    return false;
  }
}

function saveInBrowser(name: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes]));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  URL.revokeObjectURL(address);
}

async function saveInWechat(name: string, base64: string): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`;
  await new Promise<void>((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      filePath,
      data: base64,
      encoding: 'base64',
      success: () => resolve(),
      fail: reject,
    });
  });
  if (name.endsWith('.pdf')) await Taro.openDocument({ filePath, fileType: 'pdf', showMenu: true });
  else await Taro.shareFileMessage({ filePath, fileName: name });
}

import { type DetectedFile, type FileKind, isFileKind, nameOfKind } from './formats/detected-file';

type Group = 'heic' | 'picture' | 'film' | 'document' | 'archive' | 'program' | 'page';

/** What certainly is none of ours, by its ending: refused before a byte is sent. */
const groups: readonly (readonly [Group, readonly string[]])[] = [
  ['heic', ['heic', 'heif']],
  ['picture', ['webp', 'gif', 'bmp', 'tif', 'tiff', 'svg', 'avif', 'raw', 'dng', 'psd']],
  ['film', ['avi', 'mkv', 'wmv', 'flv', 'webm', 'rmvb', 'mpg', 'mpeg', 'ts']],
  [
    'document',
    ['wps', 'dps', 'et', 'ofd', 'rtf', 'txt', 'odt', 'odp', 'pages', 'key', 'numbers', 'caj', 'docm', 'pptm', 'dotx'],
  ],
  ['archive', ['zip', 'rar', '7z', 'tar', 'gz', 'bz2', 'xz']],
  ['program', ['exe', 'apk', 'msi', 'bat', 'cmd', 'com', 'scr', 'js', 'vbs', 'sh', 'jar', 'lnk', 'dll', 'ipa', 'dmg']],
  ['page', ['html', 'htm', 'mht', 'mhtml', 'url']],
];

/** What its bytes were recognised as, by the words of `nameForeign` and the readers of formats. */
const looks: readonly (readonly [Group, RegExp])[] = [
  ['heic', /HEIC|AVIF|RAW/],
  ['picture', /图片|矢量图/],
  ['film', /视频/],
  ['document', /文档|文稿|模板|版式|纯文本|XML|邮件/],
  ['archive', /压缩包/],
  ['program', /程序|快捷方式|安装包/],
  ['page', /网页/],
];

/** The group of an ending that is certainly none of our kinds. */
export function groupOfEnding(ending: string): Group | undefined {
  return groups.find(([, endings]) => endings.includes(ending))?.[0];
}

export function groupOfLooks(looksLike: string): Group | undefined {
  return looks.find(([, pattern]) => pattern.test(looksLike))?.[0];
}

/** What a person can do to come by a file that this slot takes. One or two sentences. */
export function wayOut(group: Group | undefined, kinds: readonly string[]): string {
  const takes = (...wanted: readonly string[]) => wanted.find((kind) => kinds.includes(kind));
  const picture = takes('jpg', 'png');
  if (group === 'heic' && picture) return '请把照片截屏后传截图，或在“设置—相机—格式”里选“兼容性最佳”再拍一次。';
  if ((group === 'picture' || group === 'heic') && picture) return '请打开后截屏，传截图；或在电脑上另存为 JPG 再传。';
  if (group === 'film' && takes('mp4')) return '请用手机重新录制，或在电脑上用剪辑软件导出为 MP4 再传。';
  if (group === 'archive') return '请先解压，再传里面的文件。';
  if ((group === 'document' || group === 'page') && takes('pdf')) return '请在电脑上打开，另存为 PDF 再传。';
  return `请换一个 ${kindsZh(kinds)} 文件。`;
}

/** As people write them: PDF、DOC 或 DOCX. */
export function kindsZh(kinds: readonly string[]): string {
  const names = kinds.map((kind) => kind.toUpperCase());
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join('、')} 或 ${names.at(-1)}`;
}

/** What stands in a file, for people: null when it is not known. */
export function nameFound(found: DetectedFile): string | null {
  if (found.state === 'foreign') return found.looksLike;
  if (found.state === 'sound') return nameOfKind(found.kind);
  const [only, ...others] = found.could;
  return only !== undefined && others.length === 0 ? nameOfKind(only) : 'Office 文件';
}

/** An ending as people know it: PDF, “Word 文档”; with a dot when it is none of ours. */
export function nameOfEnding(ending: string): string {
  return isFileKind(ending) ? nameOfKind(ending as FileKind) : `.${ending} 文件`;
}

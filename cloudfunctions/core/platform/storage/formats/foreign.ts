/** Marks at a file's first byte, as hex, of what is never taken, by the name people know it by. */
const marks: readonly (readonly [string, string])[] = [
  ['4d5a', 'Windows 程序'],
  ['7f454c46', 'Linux 程序'],
  ['cafebabe', 'macOS 或 Java 程序'],
  ['feedface', 'macOS 程序'],
  ['feedfacf', 'macOS 程序'],
  ['cefaedfe', 'macOS 程序'],
  ['cffaedfe', 'macOS 程序'],
  ['6465780a', '安卓程序'],
  ['4c0000000114020000000000c000000000000046', 'Windows 快捷方式'],
  ['2321', '脚本程序'],
  ['526172211a07', 'RAR 压缩包'],
  ['377abcaf271c', '7z 压缩包'],
  ['1f8b', 'GZ 压缩包'],
  ['425a68', 'BZ2 压缩包'],
  ['fd377a585a00', 'XZ 压缩包'],
  ['474946383761', 'GIF 图片'],
  ['474946383961', 'GIF 图片'],
  ['49492a00', 'TIFF 图片'],
  ['4d4d002a', 'TIFF 图片'],
  ['7b5c727466', 'RTF 文档'],
  ['1a45dfa3', 'MKV 或 WebM 视频'],
  ['3026b2758e66cf11', 'WMV 视频'],
  ['464c56', 'FLV 视频'],
  ['494433', 'MP3 音频'],
];

const containers: readonly (readonly [string, string])[] = [
  ['WEBP', 'WebP 图片'],
  ['AVI ', 'AVI 视频'],
  ['WAVE', 'WAV 音频'],
];

/**
 * Names what is never taken when its first bytes show it, else undefined. Programs come before all else and at the
 * very first byte, so that a file made to be two things at once counts as the dangerous one.
 * `head` is the file's first 4,096 bytes.
 */
export function nameForeign(head: Buffer): string | undefined {
  const mark = marks.find(([hex]) => head.subarray(0, hex.length / 2).equals(Buffer.from(hex, 'hex')));
  if (mark !== undefined) return mark[1];
  if (head.toString('latin1', 0, 4) === 'RIFF') {
    return containers.find(([name]) => head.toString('latin1', 8, 12) === name)?.[1];
  }
  return nameMarkup(textOf(head));
}

function textOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return head.toString('utf16le', 2);
  const bom = head.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]));
  return head.toString('utf8', bom ? 3 : 0);
}

function nameMarkup(text: string): string | undefined {
  const start = text.trimStart().replace(/^(<!--[\s\S]*?-->\s*)+/, '');
  if (/^<(!doctype\s+html|html|head|body|script|iframe|style|title|meta|form|img|a\s|div|p>|table)/i.test(start))
    return '网页';
  if (/^<(svg|!doctype\s+svg)/i.test(start)) return 'SVG 矢量图';
  if (/^<\?php/i.test(start)) return '脚本程序';
  if (/^<\?xml/i.test(start)) return nameXml(start);
  if (/^mime-version:/i.test(start)) return '网页存档';
  if (/^@echo\s/i.test(start)) return '脚本程序';
  return undefined;
}

function nameXml(text: string): string {
  if (/<svg[\s>]/i.test(text)) return 'SVG 矢量图';
  return /<html[\s>]/i.test(text) ? '网页' : 'XML 文件';
}

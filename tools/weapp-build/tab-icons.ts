import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { appJson, type Build } from './build';

/** WeChat's limit; it advises 81 × 81, and smaller ones look blurred on today's screens. */
const bytesLimit = 40 * 1024;
const side = { least: 81, most: 243 };

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Width and height as the first chunk of a PNG says; null when the file is no PNG. */
function sizeOf(file: string): { width: number; height: number } | null {
  const head = Buffer.alloc(24);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, head, 0, head.length, 0);
  } finally {
    closeSync(handle);
  }
  if (!head.subarray(0, 8).equals(signature) || head.toString('latin1', 12, 16) !== 'IHDR') return null;
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
}

function faultsOf(build: Build, icon: string): string[] {
  const bytes = build.files.get(icon);
  // That it is missing is told by the check of the files.
  if (bytes === undefined) return [];
  const size = sizeOf(join(build.folder, icon));
  if (!size) return [`${icon} is not a PNG`];
  const { width, height } = size;
  const square = width === height && width >= side.least && width <= side.most;
  return [
    ...(bytes > bytesLimit ? [`${icon} has ${bytes} bytes, WeChat takes ${bytesLimit}`] : []),
    ...(square ? [] : [`${icon} is ${width} × ${height}, wanted is a square of ${side.least} to ${side.most}`]),
  ];
}

/** Each entry of the tab bar has words and two icons that WeChat takes. */
export function checkTabIcons(build: Build): string[] {
  const list = appJson(build).tabBar?.list ?? [];
  const bare = list
    .filter(({ text, iconPath, selectedIconPath }) => !text || !iconPath || !selectedIconPath)
    .map(({ pagePath }) => `the tab ${pagePath} lacks its words or an icon`);
  const icons = new Set(
    list.flatMap(({ iconPath, selectedIconPath }) => [iconPath ?? [], selectedIconPath ?? []].flat()),
  );
  return [...bare, ...[...icons].flatMap((icon) => faultsOf(build, icon))];
}

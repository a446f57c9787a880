/** The first that fits names it; who pretends to be another comes before it. */
const machines: ReadonlyArray<readonly [RegExp, string]> = [
  [/HarmonyOS|OpenHarmony/i, '鸿蒙设备'],
  [/iPad/, '苹果平板'],
  [/iPhone/, '苹果手机'],
  [/Android/, '安卓设备'],
  [/Windows/, 'Windows 电脑'],
  [/Macintosh/, '苹果电脑'],
  [/CrOS|Linux|UOS|Kylin/i, 'Linux 电脑'],
];

const browsers: ReadonlyArray<readonly [RegExp, string]> = [
  [/MicroMessenger/i, '微信'],
  [/Edg(e|A|iOS)?\//, 'Edge 浏览器'],
  [/QQBrowser/i, 'QQ 浏览器'],
  [/360SE|360EE|QIHU|QHBrowser/i, '360 浏览器'],
  [/Firefox|FxiOS/, '火狐浏览器'],
  [/OPR\/|Opera/, 'Opera 浏览器'],
  [/Chrome|CriOS|Chromium/, 'Chrome 浏览器'],
  [/Safari/, 'Safari 浏览器'],
];

const first = (known: ReadonlyArray<readonly [RegExp, string]>, agent: string): string | null =>
  known.find(([pattern]) => pattern.test(agent))?.[1] ?? null;

/**
 * Which device asks, from what a browser says of itself, as `Windows 电脑，Edge 浏览器`. Only words of ours: what a browser says may be invented, and would
 * be read beside a button.
 */
export function deviceWords(agent: string): string {
  const found = [first(machines, agent), first(browsers, agent)].filter((part) => part !== null);
  return found.length === 0 ? '不能识别的设备' : found.join('，');
}

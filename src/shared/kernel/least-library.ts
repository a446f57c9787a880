/**
 * The base library of WeChat from which on it asks for its privacy guide (`__usePrivacyCheck__`); whatever else the mini app uses is
 * older (the youngest is `chooseMedia`, 2.10.0, with `previewMedia`, 2.12.0).
 */
export const leastLibrary = '2.32.3';

/** Negative when version `a` is older than `b`. */
export function compareVersions(a: string, b: string): number {
  const [left = [], right = []] = [a, b].map((version) => version.split('.').map(Number));
  const at = left.findIndex((part, i) => part !== right[i]);
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}

/**
 * Puts words into a browser's clipboard; false where the browser does not let us. The mini program has no use for it, so that nobody is
 * asked there whether we may touch the clipboard.
 */
export async function copyText(words: string): Promise<boolean> {
  if (process.env.TARO_ENV !== 'h5') return false;
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}

/** The address that an invited person opens in a browser; in WeChat the share card carries the path alone. */
export const wholeAddress = (path: string): string =>
  process.env.TARO_ENV === 'h5' ? `${window.location.origin}${path}` : path;

/** Chrome before 85 and iOS before 13.4 lack `replaceAll`, with which Taro reads and writes addresses in a browser. */
export function replaceAll(this: string, wanted: string | RegExp, by: string | ((found: string) => string)): string {
  if (wanted instanceof RegExp) return this.replace(wanted, by as string);
  return typeof by === 'string'
    ? this.split(wanted).join(by)
    : this.split(wanted).reduce((text, part) => text + by(wanted) + part);
}

if (process.env.TARO_ENV === 'h5' && !('replaceAll' in String.prototype)) {
  Object.defineProperty(String.prototype, 'replaceAll', { value: replaceAll, writable: true, configurable: true });
}

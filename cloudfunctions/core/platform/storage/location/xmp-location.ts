import { fill, type Overwrite } from './overwrite';

const space = 0x20;
/** `exif:GPSLatitude="…"`, also of drones (`drone-dji:GpsLatitude`), and the same as elements. */
const attribute = /(?:[\w-]{1,40}:)?G[Pp][Ss]\w{0,40}\s{0,8}=\s{0,8}(?:"([^"<]{1,200})"|'([^'<]{1,200})')/g;
const element = /<((?:[\w-]{1,40}:)?G[Pp][Ss]\w{0,40})[^<>]{0,200}>([^<]{1,200})<\/\1>/g;

/** The overwrites that put spaces for every GPS value of an XMP packet in UTF-8, which stands in the file from `at`. */
export function xmpLocation(packet: Buffer, at: number): readonly Overwrite[] {
  const text = packet.toString('latin1');
  const spans: Overwrite[] = [];
  for (const found of text.matchAll(attribute)) {
    const value = found[1] ?? found[2] ?? '';
    blank(spans, value, at + found.index + found[0].length - 1 - value.length);
  }
  for (const found of text.matchAll(element)) {
    const [whole, name = '', value = ''] = found;
    blank(spans, value, at + found.index + whole.length - `</${name}>`.length - value.length);
  }
  return spans;
}

function blank(spans: Overwrite[], value: string, offset: number): void {
  if (value.trim() !== '') spans.push(fill(offset, value.length, space));
}

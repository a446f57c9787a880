import { isIPv4, isIPv6 } from 'node:net';

/**
 * An address as its bytes: 4 of IPv4, 16 of IPv6. What is IPv4 written as IPv6 (`::ffff:10.0.0.1`) is IPv4; a zone (`%eth0`) says nothing of where.
 * null: no address.
 */
export function addressBytes(text: string): number[] | null {
  const plain = text.replace(/%.*$/, '');
  if (isIPv4(plain)) return plain.split('.').map(Number);
  if (!isIPv6(plain)) return null;
  // The last four bytes may be written as of IPv4.
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(plain);
  const hex = (high = '', low = '') => (Number(high) * 256 + Number(low)).toString(16);
  const written = dotted ? `${dotted[1]}${hex(dotted[2], dotted[3])}:${hex(dotted[4], dotted[5])}` : plain;
  const [front = '', back] = written.split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const after = back === undefined ? [] : groups(back);
  const zeros = back === undefined ? 0 : 8 - groups(front).length - after.length;
  const all = [...groups(front), ...Array.from({ length: zeros }, () => '0'), ...after];
  const bytes = all.flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 255];
  });
  const mapped = bytes.slice(0, 12).every((byte, i) => byte === (i < 10 ? 0 : 255));
  return mapped ? bytes.slice(12) : bytes;
}

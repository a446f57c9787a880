import { addressBytes } from './http/address-bytes';

/** A network from which staff may work on the web. `bits`: how many bits of `bytes` name it. */
export type StaffNetwork = { name: string; bytes: number[]; bits: number };

/**
 * Reads `XINGHUO_STAFF_NETWORKS`: networks as `address/bits` (IPv4, IPv6) or single addresses, separated by commas, each with a name before it
 * if wanted (`市政务外网=10.20.0.0/16`). Empty: null, from anywhere. Throws with a sentence for people.
 */
export function readStaffNetworks(text: string): StaffNetwork[] | null {
  const items = text.split(/[,，]/).map((item) => item.trim());
  if (items.length === 1 && items[0] === '') return null;
  return items.map(readOne);
}

function readOne(item: string): StaffNetwork {
  const refuse = (why: string) => new Error(`XINGHUO_STAFF_NETWORKS 里的“${item}”${why}`);
  const [, name = '', network = ''] = /^(?:([^=]*)=)?([^=]*)$/.exec(item) ?? [];
  const [, address = '', length] = /^([^/]+)(?:\/(0|[1-9]\d{0,2}))?$/.exec(network.trim()) ?? [];
  const bytes = address.includes('%') ? null : addressBytes(address);
  if (bytes === null) throw refuse('不是网段，应如 10.20.0.0/16、2001:db8::/32，前面可加名称和等号。');
  if (bytes.length === 4 && address.includes(':')) throw refuse('是 IPv4 地址，请按 IPv4 写。');
  const bits = length === undefined ? bytes.length * 8 : Number(length);
  if (bits > bytes.length * 8) throw refuse(`的位数最多 ${bytes.length * 8}。`);
  if (bytes.some((byte, i) => (byte & ~maskOf(bits, i)) !== 0))
    throw refuse('写的是网段里的一台机器，请写网段的首个地址。');
  return { name: name.trim(), bytes, bits };
}

/** Which bits of the byte at `place` name a network of so many bits. */
const maskOf = (bits: number, place: number): number => {
  const own = Math.max(0, Math.min(8, bits - place * 8));
  return (255 << (8 - own)) & 255;
};

/** The first of the networks that the address lies in; null: none. */
export function networkWith(networks: readonly StaffNetwork[], address: string): StaffNetwork | null {
  const asked = addressBytes(address);
  if (asked === null) return null;
  const holds = ({ bytes, bits }: StaffNetwork) =>
    bytes.length === asked.length && bytes.every((byte, i) => ((asked[i] ?? 0) & maskOf(bits, i)) === byte);
  return networks.find(holds) ?? null;
}

/** Whence a call comes, as its maker may be shown it: a network's name, else the half of the address that names no machine. */
export function placeWords(networks: readonly StaffNetwork[], address: string): string {
  const name = networkWith(networks, address)?.name ?? '';
  if (name !== '') return name;
  const bytes = addressBytes(address);
  if (bytes === null) return '';
  if (bytes.length === 4) return `${bytes.slice(0, 3).join('.')}.*`;
  const group = (at: number) => (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)).toString(16);
  return `${[0, 2, 4].map(group).join(':')}::*`;
}

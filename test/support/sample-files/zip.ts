import { crc32, deflateRawSync } from 'node:zlib';

/** One file of a zip; `encrypted` sets the flag only, and `states` the size that it says it unpacks to, as a directory reader sees it. */
export type ZipEntry = {
  readonly name: string;
  readonly data: string | Buffer;
  readonly encrypted?: boolean;
  readonly states?: number;
};

/** A zip (APPNOTE 6.3) of deflated entries, with an optional comment at its end. */
export function makeZip(entries: readonly ZipEntry[], comment = ''): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { local, directory } = zipEntry(entry, offset);
    locals.push(local);
    central.push(directory);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const note = Buffer.from(comment);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(note.length, 20);
  return Buffer.concat([...locals, directory, end, note]);
}

function zipEntry(entry: ZipEntry, offset: number): { local: Buffer; directory: Buffer } {
  const name = Buffer.from(entry.name);
  const data = Buffer.from(entry.data);
  const packed = deflateRawSync(data);
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0); // version needed
  shared.writeUInt16LE(0x0800 | (entry.encrypted === true ? 1 : 0), 2); // names are UTF-8
  shared.writeUInt16LE(8, 4); // deflate
  shared.writeUInt16LE(0x5a21, 8); // 2025-01-01
  shared.writeUInt32LE(crc32(data), 10);
  shared.writeUInt32LE(packed.length, 14);
  shared.writeUInt32LE(entry.states ?? data.length, 18);
  shared.writeUInt16LE(name.length, 22);
  const position = Buffer.alloc(14);
  position.writeUInt32LE(offset, 10);
  const madeBy = Buffer.from([20, 0]);
  return {
    local: Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, name, packed]),
    directory: Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), madeBy, shared, position, name]),
  };
}

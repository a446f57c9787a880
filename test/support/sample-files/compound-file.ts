const sectorBytes = 512;
const cells = sectorBytes / 4;
const inHeader = 109;
const endOfChain = 0xfffffffe;
const free = 0xffffffff;
const tableMark = 0xfffffffd;
const indexMark = 0xfffffffc;
const none = 0xffffffff;

/** A stream, or a storage (a folder) when it has children. Streams are padded to 4,096 bytes, where plain sectors begin. */
export type CompoundNode = {
  readonly name: string;
  readonly data?: Buffer;
  readonly children?: readonly CompoundNode[];
};

type Row = { readonly node: CompoundNode; right: number; child: number; start: number; size: number };

/** A compound file ([MS-CFB], version 3, sectors of 512 bytes): streams first, then the directory, its table, and its index. */
export function makeCompoundFile(root: readonly CompoundNode[]): Buffer {
  const rows: Row[] = [{ node: { name: 'Root Entry' }, right: none, child: none, start: endOfChain, size: 0 }];
  const first = addRows(rows, root);
  rows[0] = { node: { name: 'Root Entry' }, right: none, child: first, start: endOfChain, size: 0 };

  const body: Buffer[] = [];
  const chain: number[] = [];
  const put = (bytes: Buffer): number => {
    const start = chain.length;
    const count = Math.ceil(bytes.length / sectorBytes);
    for (let i = 1; i <= count; i += 1) chain.push(i === count ? endOfChain : start + i);
    body.push(bytes, Buffer.alloc(count * sectorBytes - bytes.length));
    return start;
  };
  for (const row of rows) {
    const data = row.node.data;
    if (data === undefined) continue;
    const padded = Buffer.concat([data, Buffer.alloc(Math.max(0, 4096 - data.length))]);
    row.size = padded.length;
    row.start = put(padded);
  }
  const directoryStart = put(directoryOf(rows));
  const { tables, index, firstTable } = tablesFor(chain);
  return Buffer.concat([
    headerOf(tables.length, firstTable, index.length, directoryStart),
    ...body,
    ...tables,
    ...index,
  ]);
}

/** Adds siblings in the format's order (length, then letters) as a chain to the right; returns the first one's number. */
function addRows(rows: Row[], nodes: readonly CompoundNode[]): number {
  const sorted = [...nodes].sort(
    (a, b) => a.name.length - b.name.length || (a.name.toUpperCase() < b.name.toUpperCase() ? -1 : 1),
  );
  let next = none;
  for (const node of sorted.reverse()) {
    const child = addRows(rows, node.children ?? []);
    rows.push({ node, right: next, child, start: node.data === undefined ? 0 : endOfChain, size: 0 });
    next = rows.length - 1;
  }
  return next;
}

function directoryOf(rows: readonly Row[]): Buffer {
  const bytes = Buffer.alloc(Math.ceil(rows.length / 4) * sectorBytes);
  for (let i = 0; i < bytes.length / 128; i += 1) {
    const entry = bytes.subarray(i * 128, (i + 1) * 128);
    const row = rows[i];
    entry.writeUInt32LE(none, 68);
    entry.writeUInt32LE(row?.right ?? none, 72);
    entry.writeUInt32LE(row?.child ?? none, 76);
    if (row === undefined) continue;
    const name = Buffer.from(`${row.node.name}\0`, 'utf16le');
    name.copy(entry);
    entry.writeUInt16LE(name.length, 64);
    entry[66] = i === 0 ? 5 : row.node.data === undefined ? 1 : 2;
    entry[67] = 1; // black
    entry.writeUInt32LE(row.start, 116);
    entry.writeUInt32LE(row.size, 120);
  }
  return bytes;
}

/** The allocation table's own sectors, and beyond 109 of them the index sectors that list the rest. */
function tablesFor(chain: readonly number[]): { tables: Buffer[]; index: Buffer[]; firstTable: number } {
  let tableCount = 1;
  let indexCount = 0;
  while (chain.length + tableCount + indexCount > tableCount * cells) {
    tableCount += 1;
    indexCount = Math.ceil(Math.max(0, tableCount - inHeader) / (cells - 1));
  }
  const all = [...chain, ...Array(tableCount).fill(tableMark), ...Array(indexCount).fill(indexMark)];
  const table = Buffer.alloc(tableCount * sectorBytes, 0xff);
  for (const [i, cell] of all.entries()) table.writeUInt32LE(Number(cell), i * 4);
  const firstTable = chain.length;
  const index = Array.from({ length: indexCount }, (_, n) => {
    const bytes = Buffer.alloc(sectorBytes, 0xff);
    for (let i = 0; i < cells - 1; i += 1) {
      const number = inHeader + n * (cells - 1) + i;
      bytes.writeUInt32LE(number < tableCount ? firstTable + number : free, i * 4);
    }
    bytes.writeUInt32LE(n + 1 < indexCount ? firstTable + tableCount + n + 1 : endOfChain, sectorBytes - 4);
    return bytes;
  });
  const tables = Array.from({ length: tableCount }, (_, n) => table.subarray(n * sectorBytes, (n + 1) * sectorBytes));
  return { tables, index, firstTable };
}

function headerOf(tableCount: number, firstTable: number, indexCount: number, directoryStart: number): Buffer {
  const header = Buffer.alloc(sectorBytes);
  header.write('d0cf11e0a1b11ae1', 'hex');
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(tableCount, 44);
  header.writeUInt32LE(directoryStart, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(endOfChain, 60);
  header.writeUInt32LE(indexCount === 0 ? endOfChain : firstTable + tableCount, 68);
  header.writeUInt32LE(indexCount, 72);
  for (let i = 0; i < inHeader; i += 1) header.writeUInt32LE(i < tableCount ? firstTable + i : free, 76 + i * 4);
  return header;
}

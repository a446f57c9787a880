import type { RandomAccess } from '../storage';

const headerBytes = 512;
const maxDirectoryBytes = 512 * 1024;
const maxDifatSectors = 64;
/** How many empty sectors at the table's end are passed over; PowerPoint leaves one or two. */
const maxEmptyTables = 64;
const miniSectorBytes = 64;
const maxHops = 512;
const endOfChain = 0xfffffffe;
const freeSector = 0xffffffff;
const noEntry = 0xffffffff;
const entryBytes = 128;
const firstDifatInHeader = 109;

/** A stream or storage at the root of a compound file: where it begins (a sector) and its length in bytes. */
export type CompoundEntry = { readonly name: string; readonly startSector: number; readonly size: number };

export type CompoundFile = {
  /** What stands directly in the root: an object embedded deeper does not count. */
  readonly root: readonly CompoundEntry[];
  /** Everything in it, however deep. */
  readonly all: readonly CompoundEntry[];
  /** The first bytes of a stream, as far as they lie in its first sector (64 bytes of a stream shorter than 4,096). */
  readStart(entry: CompoundEntry, length: number): Promise<Buffer>;
};

/**
 * Reads the directory of a compound file ([MS-CFB] 2.2 to 2.6), the container of .doc, .ppt, .xls and of encrypted Office
 * files. Undefined when it is cut short or its chains lead nowhere. Reads single cells of its table and at
 * most 512 KB of directory and 64 sectors of table index, which is enough for files of 500 MB.
 */
export async function readCompoundFile(file: RandomAccess): Promise<CompoundFile | undefined> {
  const header = await file.read(0, headerBytes);
  if (header.length < headerBytes) return undefined;
  const shift = header.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return undefined;
  const sectors = new Sectors(file, header, 1 << shift);
  if (!(await sectors.tableReachesEnd())) return undefined;

  const directory: Buffer[] = [];
  let sector = header.readUInt32LE(48);
  while (sector !== endOfChain) {
    const bytes = await sectors.read(sector);
    if (bytes === undefined || (directory.length + 1) * sectors.size > maxDirectoryBytes) return undefined;
    directory.push(bytes);
    sector = (await sectors.next(sector)) ?? freeSector;
  }
  const bytes = Buffer.concat(directory);
  const smallBelow = header.readUInt32LE(56);
  return {
    root: rootEntries(bytes),
    all: allEntries(bytes),
    readStart: async (entry, length) => {
      if (entry.size >= smallBelow)
        return file.read(sectors.offsetOf(entry.startSector), Math.min(length, sectors.size));
      const offset = await sectors.offsetOfSmall(bytes, entry.startSector);
      return offset === undefined ? Buffer.alloc(0) : file.read(offset, Math.min(length, entry.size, miniSectorBytes));
    },
  };
}

/** The sectors of a file and its allocation table (FAT), whose own sectors are listed in the DIFAT. */
class Sectors {
  private readonly index: Buffer[] = [];

  constructor(
    private readonly file: RandomAccess,
    private readonly header: Buffer,
    readonly size: number,
  ) {}

  offsetOf(sector: number): number {
    return (sector + 1) * this.size;
  }

  async read(sector: number): Promise<Buffer | undefined> {
    const offset = this.offsetOf(sector);
    if (offset + this.size > this.file.size) return undefined;
    return this.file.read(offset, this.size);
  }

  /** The sector that follows in its chain, from the one table cell that says so. */
  async next(sector: number): Promise<number | undefined> {
    const cells = this.size / 4;
    const table = await this.tableSector(Math.floor(sector / cells));
    if (table === undefined) return undefined;
    const cell = await this.file.read(this.offsetOf(table) + (sector % cells) * 4, 4);
    return cell.length === 4 ? cell.readUInt32LE(0) : undefined;
  }

  /**
   * Is the last sector in use inside the file? A transfer that broke off shows here. The table's last sectors may be
   * wholly free: PowerPoint and Office's own password protection leave such slack.
   */
  async tableReachesEnd(): Promise<boolean> {
    const cellsPerSector = this.size / 4;
    const count = this.header.readUInt32LE(44);
    for (let n = count - 1; n >= Math.max(0, count - maxEmptyTables); n -= 1) {
      const table = await this.tableSector(n);
      const cells = table === undefined ? undefined : await this.read(table);
      if (cells === undefined) return false;
      // Some writers fill the table's rest with ends of chains instead of free cells.
      const slack = cells.readUInt32LE(this.size - 4) === endOfChain ? endOfChain : freeSector;
      let last = cellsPerSector - 1;
      const isSlack = (cell: number) =>
        cells.readUInt32LE(cell * 4) === slack && (slack === freeSector || this.isBeyond(n, cell));
      while (last >= 0 && isSlack(last)) last -= 1;
      if (last >= 0) return this.offsetOf(n * cellsPerSector + last) < this.file.size;
    }
    return false;
  }

  private isBeyond(table: number, cell: number): boolean {
    return this.offsetOf(table * (this.size / 4) + cell) >= this.file.size;
  }

  /**
   * Where a small stream begins: those live in sectors of 64 bytes inside one stream of the root (2.6), whose
   * chain is followed so far.
   */
  async offsetOfSmall(directory: Buffer, smallSector: number): Promise<number | undefined> {
    const at = smallSector * miniSectorBytes;
    const hops = Math.floor(at / this.size);
    if (directory.length < entryBytes || hops > maxHops) return undefined;
    let sector: number | undefined = directory.readUInt32LE(116);
    for (let hop = 0; hop < hops && sector !== undefined; hop += 1) sector = await this.next(sector);
    return sector === undefined || sector >= endOfChain ? undefined : this.offsetOf(sector) + (at % this.size);
  }

  /** Where the n-th sector of the table is: the first 109 stand in the header, the rest in a chain of sectors. */
  private async tableSector(n: number): Promise<number | undefined> {
    if (n < 0) return undefined;
    if (n < firstDifatInHeader) return this.header.readUInt32LE(76 + n * 4);
    const perSector = this.size / 4 - 1;
    const rest = n - firstDifatInHeader;
    const hop = Math.floor(rest / perSector);
    return (await this.indexSector(hop))?.readUInt32LE((rest % perSector) * 4);
  }

  /** The n-th sector of that chain; each is read once. */
  private async indexSector(n: number): Promise<Buffer | undefined> {
    if (n >= maxDifatSectors) return undefined;
    while (this.index.length <= n) {
      const sector = this.index.at(-1)?.readUInt32LE(this.size - 4) ?? this.header.readUInt32LE(68);
      const bytes = await this.read(sector);
      if (bytes === undefined) return undefined;
      this.index.push(bytes);
    }
    return this.index[n];
  }
}

/** The root's children: a tree through left and right siblings, walked with each entry visited once. */
function rootEntries(directory: Buffer): readonly CompoundEntry[] {
  const count = Math.floor(directory.length / entryBytes);
  const seen = new Set<number>();
  const found: CompoundEntry[] = [];
  const waiting = count === 0 ? [] : [directory.readUInt32LE(76)];
  while (waiting.length > 0) {
    const index = waiting.pop() ?? noEntry;
    if (index >= count || seen.has(index)) continue;
    seen.add(index);
    const entry = directory.subarray(index * entryBytes, (index + 1) * entryBytes);
    found.push(entryOf(entry));
    waiting.push(entry.readUInt32LE(68), entry.readUInt32LE(72));
  }
  return found;
}

/** All entries in use (their type is not 0). */
function allEntries(directory: Buffer): readonly CompoundEntry[] {
  const found: CompoundEntry[] = [];
  for (let at = 0; at + entryBytes <= directory.length; at += entryBytes) {
    if (directory[at + 66] !== 0) found.push(entryOf(directory.subarray(at, at + entryBytes)));
  }
  return found;
}

function entryOf(entry: Buffer): CompoundEntry {
  return { name: nameOf(entry), startSector: entry.readUInt32LE(116), size: entry.readUInt32LE(120) };
}

function nameOf(entry: Buffer): string {
  return entry.toString('utf16le', 0, Math.max(0, Math.min(64, entry.readUInt16LE(64)) - 2));
}

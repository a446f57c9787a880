import type { RandomAccess } from '../storage';

const headerBytes = 512;
const maxDirectoryBytes = 512 * 1024;
const maxDifatSectors = 64;
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
  /** The first bytes of a stream of 4,096 bytes or more (smaller ones live elsewhere). */
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
  return {
    root: rootEntries(Buffer.concat(directory)),
    readStart: (entry, length) => file.read(sectors.offsetOf(entry.startSector), Math.min(length, sectors.size)),
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

  /** Is the last sector in use inside the file? A transfer that broke off shows here. */
  async tableReachesEnd(): Promise<boolean> {
    const count = this.header.readUInt32LE(44);
    const lastTable = await this.tableSector(count - 1);
    const cells = lastTable === undefined ? undefined : await this.read(lastTable);
    if (cells === undefined) return false;
    let last = this.size / 4 - 1;
    while (last >= 0 && cells.readUInt32LE(last * 4) === freeSector) last -= 1;
    return this.offsetOf((count - 1) * (this.size / 4) + last) < this.file.size;
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
    const nameBytes = Math.min(64, entry.readUInt16LE(64));
    found.push({
      name: entry.toString('utf16le', 0, Math.max(0, nameBytes - 2)),
      startSector: entry.readUInt32LE(116),
      size: entry.readUInt32LE(120),
    });
    waiting.push(entry.readUInt32LE(68), entry.readUInt32LE(72));
  }
  return found;
}

/**
 * `npm run audit:verify [-- --seals PATH]`: checks every audit chain, every seal and, against the newest seals told each day, that nothing was
 * removed or sealed anew, while the product runs or not. PATH is a file or a folder of told seals, or lines of the log; without it
 * those in the data folder are taken. Names the first broken row and ends with 1; ends with 0 and tells what it checked otherwise.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { AuditVerdict } from '../core/platform/audit/audit-verdict';
import { type ExportedSeal, parseExported } from '../core/platform/audit/exported-seal';
import { verifyAudit } from '../core/platform/audit/verify-audit';
import { readAuditKeys } from '../core/platform/crypto/keys';
import { openDatabase, unhurried } from '../core/platform/db';
import { sealFolder } from '../core/platform/storage/seal-book';
import { commandKeySource } from './command-keys';
import { readSettings, WrongSetting } from './settings';
import { visitDatabase } from './visit-database';

async function main(args: readonly string[]): Promise<void> {
  const settings = readSettings(process.env, []);
  const keys = readAuditKeys(process.env, commandKeySource(settings));
  const exported = exportedIn(pathIn(args) ?? ownBook(join(settings.dataFolder, sealFolder)));
  await visitDatabase(settings, console.log, async (url) => {
    const db = openDatabase(url, 1, unhurried);
    try {
      tell(await verifyAudit(db, keys, exported), exported);
    } finally {
      await db.destroy();
    }
  });
}

function pathIn(args: readonly string[]): string | null {
  const [name, path] = args;
  if (name === undefined) return null;
  if (name !== '--seals' || path === undefined || args.length > 2) {
    throw new WrongSetting('用法：npm run audit:verify -- --seals 已导出的封存（文件或文件夹）');
  }
  return path;
}

const ownBook = (folder: string): string | null => (existsSync(folder) ? folder : null);

function exportedIn(path: string | null): ExportedSeal[] {
  if (path === null) return [];
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith('.json'))
        .map((name) => join(path, name))
    : [path];
  return files.flatMap((file) => {
    const seals = parseExported(readFileSync(file, 'utf8'));
    if (seals.length === 0) throw new WrongSetting(`${file} 中没有已导出的封存。`);
    return seals;
  });
}

function tell(verdict: AuditVerdict, exported: readonly ExportedSeal[]): void {
  if (!verdict.ok) {
    console.error(`审计记录有误：${verdict.subject} 第 ${verdict.n} 行，${verdict.why}。`);
    process.exitCode = 1;
    return;
  }
  const { subjects, rows, seals, plain, unsealed } = verdict;
  console.log(`审计记录完好：核对了 ${subjects} 条链、${rows} 行、${seals} 次封存。`);
  if (unsealed > 0) console.log(`另有 ${unsealed} 行尚未封存。`);
  if (plain > 0) console.log(`前 ${plain} 次封存早于启用封存密钥，由第 ${plain + 1} 次一并封存。`);
  const newest = exported.reduce<ExportedSeal | null>((last, seal) => (last && last.n > seal.n ? last : seal), null);
  console.log(
    newest
      ? `与已导出的 ${exported.length} 次封存一致，最近一次是 ${newest.at} 的第 ${newest.n} 次。`
      : '没有已导出的封存可比对：末尾的封存是否被删、全部记录是否重做过，要用 -- --seals 指定导出的封存才能看出。',
  );
}

Promise.resolve()
  .then(() => main(process.argv.slice(2)))
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });

/**
 * `npm run audit:verify`: checks every audit chain and every seal, while the product runs or not. Names the first broken row
 * and ends with 1; ends with 0 and tells what it checked otherwise.
 */
import { openDatabase, unhurried } from '../core/platform/db';
import { verifyAudit } from '../core/platform/verify-audit';
import { readSettings } from './settings';
import { visitDatabase } from './visit-database';

async function verifyAt(url: string): Promise<void> {
  const db = openDatabase(url, 1, unhurried);
  try {
    const verdict = await verifyAudit(db);
    if (verdict.ok) {
      console.log(`审计记录完好：核对了 ${verdict.subjects} 条链、${verdict.rows} 行、${verdict.seals} 次封存。`);
    } else {
      console.error(`审计记录有误：${verdict.subject} 第 ${verdict.n} 行，${verdict.why}。`);
      process.exitCode = 1;
    }
  } finally {
    await db.destroy();
  }
}

Promise.resolve()
  .then(() => visitDatabase(readSettings(process.env, []), (line) => console.log(line), verifyAt))
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });

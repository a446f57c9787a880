import { shanghaiDate, toShanghai } from '@shared/kernel/shanghai';
import { rightsContract } from '@shared/rights/contract';
import { audit } from '../platform/audit/audit';
import { readable } from '../platform/personal/personal';
import { type Call, me } from '../rpc/call';
import { noSubject, procedure } from '../rpc/procedure';
import type { HandedOver, HandedSection } from './handed-over';
import { personWith, type Registry } from './registry';

/** An answer of a cloud function holds so much, with some room for what is around it. */
const largest = 600_000;

/** Reads everything about the caller in every room. Of a kind with very many rows the newest are handed out; how many fit is told. */
export async function handedOver(call: Call, registry: Registry): Promise<HandedOver> {
  const person = await personWith(call.db, registry, me(call));
  const sections: HandedSection[] = [];
  const withheld = new Set<string>();
  for (const { table, handed } of registry.personal.flatMap(({ tables }) => tables)) {
    if ('notZh' in handed) withheld.add(handed.notZh);
    else {
      const rows = (await handed.read(call, person)).map(readable);
      if (rows.length > 0) sections.push({ name: table, zh: handed.zh, columns: handed.columns, rows });
    }
  }
  return { madeAt: toShanghai(call.now), sections, withheld: [...withheld] };
}

/** The same with fewer rows of the longest kinds until it fits into an answer. */
export function fitting(all: HandedOver, most = largest): HandedOver {
  let sections = all.sections;
  while (Buffer.byteLength(JSON.stringify(sections)) > most) {
    const longest = Math.max(...sections.map(({ rows }) => rows.length));
    if (longest <= 1) break;
    sections = sections.map((section) =>
      section.rows.length > longest / 2
        ? { ...section, rows: section.rows.slice(0, Math.floor(longest / 2)) }
        : section,
    );
  }
  return { ...all, sections };
}

export const makeHandOut = (registry: Registry) => ({
  /** Everything about the caller as one file, in the answer itself: there is no address at which it lies. */
  handOut: procedure(rightsContract.handOut, noSubject, async (call, { format }) => {
    const all = await handedOver(call, registry);
    const shown = fitting(all);
    const rows = shown.sections.reduce((sum, section) => sum + section.rows.length, 0);
    const bytes =
      format === 'json' ? Buffer.from(JSON.stringify(shown, null, 1)) : await (await import('./pdf-of')).pdfOf(shown);
    await audit(call, `person:${me(call)}`, 'rights/handOut', { format, rows });
    return {
      name: `星火_我的数据_${shanghaiDate(call.now)}.${format}`,
      base64: Buffer.from(bytes).toString('base64'),
      bytes: bytes.length,
      rows,
    };
  }),
});

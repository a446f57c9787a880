import { shanghaiDate, toShanghai } from '@shared/kernel/shanghai';
import { rightsContract } from '@shared/rights/contract';
import { audit } from '../platform/audit/audit';
import { handedAtMost, readable } from '../platform/personal/personal';
import { type Call, me } from '../rpc/call';
import { noSubject, procedure } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import type { HandedOver, HandedSection } from './handed-over';
import { partsOf } from './parts-of';
import { personWith, type Registry } from './registry';

/** An answer of a cloud function holds 900 KB, and a file in it takes a third more. Of a paper each different letter takes some 220 bytes. */
const most = { json: 560_000, pdf: 200_000 } as const;
const mostLetters = 2000;

/** Reads everything about the caller in every room. Of a kind with very many rows the newest are handed out, and it is said that there are more. */
export async function handedOver(call: Call, registry: Registry): Promise<HandedOver> {
  const person = await personWith(call.db, registry, me(call));
  const sections: HandedSection[] = [];
  const withheld = new Set<string>();
  for (const { table, handed } of registry.personal.flatMap(({ tables }) => tables)) {
    if ('notZh' in handed) withheld.add(handed.notZh);
    else {
      const rows = (await handed.read(call, person)).map(readable);
      if (rows.length > 0) sections.push({ name: table, zh: handed.zh, columns: handed.columns, rows });
      if (rows.length >= handedAtMost)
        withheld.add(`“${handed.zh}”只列最新 ${handedAtMost} 条，更早的请在“投诉建议”中提出`);
    }
  }
  return { madeAt: toShanghai(call.now), sections, withheld: [...withheld] };
}

export const makeHandOut = (registry: Registry) => ({
  /** Everything about the caller as a file, or as so many as it takes, one an answer: there is no address at which they lie. */
  handOut: procedure(rightsContract.handOut, noSubject, async (call, { format, part = 1 }) => {
    const parts = partsOf(await handedOver(call, registry), most[format], format === 'pdf' ? mostLetters : undefined);
    const shown = parts[part - 1];
    if (!shown) throw new Refused('RIGHTS_NO_SUCH_PART');
    const rows = shown.sections.reduce((sum, section) => sum + section.rows.length, 0);
    const place = { part, parts: parts.length };
    const bytes =
      format === 'json'
        ? Buffer.from(JSON.stringify({ ...shown, ...place }, null, 1))
        : await (await import('./pdf-of')).pdfOf(shown, place);
    await audit(call, `person:${me(call)}`, 'rights/handOut', { format, rows, ...place });
    const which = parts.length === 1 ? '' : `_${part}之${parts.length}`;
    return {
      name: `星火_我的数据_${shanghaiDate(call.now)}${which}.${format}`,
      base64: Buffer.from(bytes).toString('base64'),
      bytes: bytes.length,
      rows,
      ...place,
    };
  }),
});

import type { Part } from '@shared/forms/lines';
import { sql } from 'kysely';
import type { KeptKind } from '../../platform/storage/formats/detected-file';
import type { Call } from '../../rpc/call';

/** A document of an entry as it was frozen; by `name` it lies in the pack. */
export type Packable = { name: string; sha256: string; kind: KeptKind; size: number };

type Row = { slotZh: string; sha256: string; kind: KeptKind; size: number };

/** What goes up with the form: the documents of the latest submission that are no picture of somebody's paper, in their order. */
export async function packableFiles(call: Call, { entryId }: { entryId: string }): Promise<Packable[]> {
  const { rows } = await sql<Row>`select f ->> 'slotZh' as "slotZh", u.sha256, u.kind, u.size
    from (select data from snapshot where subject_id = ${entryId} order by n desc limit 1) s,
      jsonb_array_elements(s.data -> 'files') with ordinality as t(f, n)
      join upload u on u.id = (f ->> 'uploadId')::uuid
    where u.state = 'accepted' and not u.personal and u.sha256 is not null order by t.n`.execute(call.db);
  // Names that people gave may hold anything; a slot's own name and a number say what it is.
  return rows.map(({ slotZh, ...file }, i) => ({
    ...file,
    name: `${String(i + 1).padStart(2, '0')}-${slotZh.replace(/[^\p{L}\p{N}]+/gu, '')}.${file.kind}`,
  }));
}

/** What the form says, masked as it was frozen; null: nothing was ever handed in. */
export async function frozenForm(
  call: Call,
  { entryId }: { entryId: string },
): Promise<{ reference: string; parts: ReadonlyArray<Part<string>> } | null> {
  const { rows } = await sql<{
    reference: string;
    parts: Array<Part<string>>;
  }>`select reference, data -> 'parts' as parts
    from snapshot where subject_id = ${entryId} order by n desc limit 1`.execute(call.db);
  return rows[0] ?? null;
}

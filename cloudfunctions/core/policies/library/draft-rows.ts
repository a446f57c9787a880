import { type DraftValues, emptyValues } from '@shared/policies/drafts/content';
import { keptPart } from '@shared/policies/drafts/kept';
import { type DraftPart, draftParts } from '@shared/policies/drafts/parts';
import type { PolicyDraftSubject } from '@shared/policies/drafts/subject';
import type { Values } from '@shared/policies/drafts/values';
import { type RawBuilder, sql } from 'kysely';
import { at, json } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import type { Load } from '../../rpc/procedure';

/** A draft as rules and pages ask of it. */
export type DraftRow = PolicyDraftSubject & {
  begunFrom: string;
  madeByZh: string;
  proposedByZh: string | null;
  changedAt: number;
};

export const drafts = (where: RawBuilder<unknown>) => sql<DraftRow>`
  select d.id as "policyDraftId", d.code, d.title, d.state, d.version, d.made_by as "madeBy", d.proposed_by as "proposedBy",
    d.begun_from as "begunFrom", d.changed_at as "changedAt", m.display_name as "madeByZh", p.display_name as "proposedByZh",
    coalesce((select e.blueprint ->> 'policySecond' from edition e where e.status = 'current'), 'needed') <> 'none' as "secondNeeded"
  from policy_draft d join person m on m.id = d.made_by left join person p on p.id = d.proposed_by where ${where}`;

/** One that a call is about; a change locks its row until the commit. */
export const draftOf: Load<{ policyDraftId: string }, DraftRow> = async (call, { policyDraftId }, lock) =>
  (await drafts(sql`d.id = ${policyDraftId} ${lock ? sql`for update of d` : sql``}`).execute(call.db)).rows[0] ?? null;

/** A part as it stands: what was typed last. `savedByZh`: null when whoever asks typed it themselves. */
export type StandingPart = { data: Values; version: number; savedAt: number | null; savedByZh: string | null };

/** Every part of a draft, in one query. */
export async function partsOf(call: Call, policyDraftId: string): Promise<Record<DraftPart, StandingPart>> {
  const rows = await call.db
    .selectFrom('policy_draft_part as p')
    .innerJoin('person as s', 's.id', 'p.saved_by')
    .select(['p.part', 'p.data', 'p.version', 'p.saved_at', 'p.saved_by', 's.display_name'])
    .where('p.draft_id', '=', policyDraftId)
    .execute();
  return Object.fromEntries(
    draftParts.map((part): [DraftPart, StandingPart] => {
      const row = rows.find((each) => each.part === part);
      return [
        part,
        {
          data: row?.data ?? keptPart(part, emptyValues[part]),
          version: row?.version ?? 0,
          savedAt: row?.saved_at ?? null,
          savedByZh: row === undefined || row.saved_by === call.actor?.personId ? null : row.display_name,
        },
      ];
    }),
  ) as Record<DraftPart, StandingPart>;
}

export const valuesOfParts = (parts: Record<DraftPart, StandingPart>): DraftValues =>
  Object.fromEntries(draftParts.map((part) => [part, parts[part].data])) as DraftValues;

/** Writes parts anew; the caller holds the draft's lock and has compared versions. */
export async function putParts(
  call: Call,
  policyDraftId: string,
  parts: ReadonlyArray<{ part: DraftPart; data: Values; version: number }>,
): Promise<void> {
  await call.db
    .insertInto('policy_draft_part')
    .values(
      parts.map(({ part, data, version }) => ({
        draft_id: policyDraftId,
        part,
        data: json(data),
        version,
        saved_at: at(call.now),
        saved_by: me(call),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['draft_id', 'part']).doUpdateSet(({ ref }) => ({
        data: ref('excluded.data'),
        version: ref('excluded.version'),
        saved_at: ref('excluded.saved_at'),
        saved_by: ref('excluded.saved_by'),
      })),
    )
    .execute();
}

import type { Slot } from '@shared/competition/blueprint';
import type { renewalView } from '@shared/entry/standing/contract';
import { isRenewed, lockOf, refuseLocked, stands } from '@shared/entry/standing/renewal';
import { toShanghai } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { presentMaterial } from '../../files/present-material';
import { readUploadRows, type UploadRow } from '../../files/upload-rows';
import { together } from '../../platform/pipeline';
import type { Call } from '../../rpc/call';
import { canEdit } from '../form/editable';
import { asEditionRules, editionRules } from '../form/edition-rules';
import type { EntryHead } from '../subjects';
import { holdsFile, type Submission } from '../views/read-submission';

type RenewalView = (typeof renewalView)['_zod']['output'];

/**
 * The slots of an entry that are renewed after it was sent in, with their versions, the newest first; none while its form is open or it is over.
 * @param submission for staff, who know of what it froze and of what is newer; null: for the team, who know of every version
 */
export async function readRenewals(call: Call, head: EntryHead, submission: Submission | null): Promise<RenewalView[]> {
  if (!head.ofCurrentEdition || !stands(head.state)) return [];
  const [contest, senders] = await together(
    call.db,
    editionRules(head.contestId, head.rulesVersion),
    sendersOf(head.entryId),
  );
  const rules = asEditionRules(contest);
  const slots = rules?.blueprint.slots.filter((slot) => isRenewed(head, slot)) ?? [];
  if (rules === null || slots.length === 0) return [];
  const all = await readUploadRows(call.db, head.entryId);
  const by = new Map(senders.map(({ personId, zh }) => [personId, zh]));
  return slots.map((slot) => {
    const lock = lockOf(slot, rules.pitchesFrom);
    const late = refuseLocked(slot, rules.pitchesFrom, call.now)?.message ?? null;
    return {
      slot: slot.code,
      zh: slot.zh,
      locksAt: lock === null ? null : toShanghai(lock),
      closed: late ?? (submission !== null || canEdit(call, head) ? null : '由负责人和可编辑的成员更换'),
      versions: versionsIn(slot, all, submission).map((upload) => ({
        ...presentMaterial(upload, all),
        byZh: by.get(upload.begun_by) ?? '',
        ...(submission !== null && upload.marks.length > 0 && { marks: upload.marks }),
      })),
    };
  });
}

/** What staff may open of an entry beside its submission. */
export async function renewedFiles(call: Call, head: EntryHead, submission: Submission): Promise<string[]> {
  const renewals = await readRenewals(call, head, submission);
  return renewals.flatMap(({ versions }) => versions.map(({ uploadId }) => uploadId));
}

function versionsIn(slot: Slot, all: readonly UploadRow[], submission: Submission | null): UploadRow[] {
  const kept = all
    .filter(({ slot: code, state }) => code === slot.code && state === 'accepted')
    .filter(({ removed_at, frozen_in }) => removed_at === null || frozen_in !== null)
    .sort((a, b) => b.version - a.version);
  if (submission === null) return kept;
  const submitted = kept.find(({ id }) => holdsFile(submission, id));
  const newer = kept.filter(({ frozen_in, version }) => frozen_in === null && version > (submitted?.version ?? 0));
  return submitted === undefined ? newer : [...newer, submitted];
}

/** Who sends files for an entry, as its own people and staff may read it. */
const sendersOf = (entryId: string) => sql<{ personId: string; zh: string }>`
  select leader_id as "personId", '负责人' as zh from entry where id = ${entryId}
  union all select person_id, '成员' || name from entry_member where entry_id = ${entryId}`;

import { nameZh } from '@shared/people/content-words';
import { emit } from '../../platform/outbox';
import type { Call } from '../../rpc/call';
import type { TextVerdict } from './judge-text';

/** What was held and is judged now: of whom, what it is called, and in which entry it stands (null: a nickname). */
export type HeldText = { personId: string; fieldZh: string; entryId: string | null };

export const heldName = (personId: string): HeldText => ({ personId, fieldZh: nameZh, entryId: null });

/** Tells its writer what became of what was held. Nothing is told while it goes on being held. */
export async function tellVerdict(call: Call, { personId, fieldZh, entryId }: HeldText, verdict: TextVerdict) {
  if (verdict.kind !== 'taken' && verdict.kind !== 'refused') return;
  const subject = entryId === null ? `person:${personId}` : `entry:${entryId}`;
  const why = verdict.kind === 'refused' ? verdict.why : '';
  await emit(call, 'content.judged', subject, { personId, fieldZh, entryId, taken: verdict.kind === 'taken', why });
}

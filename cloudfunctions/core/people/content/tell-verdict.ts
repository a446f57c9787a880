import { nameZh } from '@shared/people/content-words';
import { emit } from '../../platform/outbox';
import type { Call } from '../../rpc/call';
import type { TextVerdict } from './judge-text';

/** What was held and is judged now: of whom, what it is called, and in which entry or application it stands (neither: a nickname). */
export type HeldText = { personId: string; fieldZh: string; entryId: string | null; applicationId: string | null };

export const heldName = (personId: string): HeldText => ({
  personId,
  fieldZh: nameZh,
  entryId: null,
  applicationId: null,
});

/** Tells its writer what became of what was held. Nothing is told while it goes on being held. */
export async function tellVerdict(
  call: Call,
  { personId, fieldZh, entryId, applicationId }: HeldText,
  verdict: TextVerdict,
) {
  if (verdict.kind !== 'taken' && verdict.kind !== 'refused') return;
  const subject = entryId === null ? `person:${personId}` : `entry:${entryId}`;
  const why = verdict.kind === 'refused' ? verdict.why : '';
  await emit(call, 'content.judged', subject, {
    personId,
    fieldZh,
    entryId,
    applicationId,
    taken: verdict.kind === 'taken',
    why,
  });
}

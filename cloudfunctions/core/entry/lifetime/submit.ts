import { entryContract } from '@shared/entry/contract';
import { entryLifecycle } from '@shared/entry/lifecycle';
import { isPersonalSlot } from '@shared/entry/needed-slots';
import { move } from '../../cases/move';
import { forgetPersonal } from '../../files/leaving/forget-personal';
import { timesFrozen } from '../../forms/snapshots';
import { breaksUnique } from '../../platform/broken-constraint';
import { counted } from '../../platform/counter';
import { together } from '../../platform/pipeline';
import { at } from '../../platform/schema';
import type { Call } from '../../rpc/call';
import { servedAhead } from '../../rpc/insist-served';
import { askingProcedure, type Outside } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { askedSlots } from '../form/asked-slots';
import { type FormHead, type FormState, formOf, textOf } from '../form/form-state';
import { type FormVerdict, judgeForm, paperOf } from '../form/judge-form';
import { leaderFingerprint } from '../form/leader-fingerprint';
import { correctedColumns } from '../form/mirror-section';
import { judgeTextsOf, sendTexts } from '../form/read-by-others';
import { freeze } from '../form/snapshot';
import { entryNoun } from '../moves';
import { keepSearch } from '../search/keep-search';
import type { EntryHead } from '../subjects';
import { referenceOf, referenceSeries } from './reference';

const live = entryLifecycle.statesThat((state) => state.live === true);

/** Submits a draft: the clock first, then everything that must stand, then the frozen copy and the move, all in one. */
export const submit = askingProcedure(entryContract.submit, formOf, judged, (call, input, head, asks) =>
  send(call, head, input.version, 'submit', asks),
);

/** Submits a corrected entry again, by the same checks. */
export const resubmit = askingProcedure(entryContract.resubmit, formOf, judged, (call, input, head, asks) =>
  send(call, head, input.version, 'resubmit', asks),
);

/** What others will read is judged before; answers whether there is somebody who judges. */
async function judged(outside: Outside, { entryId }: { entryId: string }, personId: string | null): Promise<boolean> {
  await judgeTextsOf(outside, entryId, personId);
  return outside.contentCheck !== null;
}

async function send(
  call: Call,
  { form, ...head }: FormHead,
  version: number,
  command: 'submit' | 'resubmit',
  asks: boolean,
) {
  try {
    return await move(call, entryNoun, head, { command, version }, async () => {
      const served =
        command === 'submit' ? await servedAhead(call.db, [`edition:${head.editionId}`], call.now) : undefined;
      const verdict = judgeForm(call, form);
      // What has stopped is said before what is missing, and costs what is whole no wait of its own.
      if (!isReady(verdict)) await served?.();
      insistReady(verdict);
      const leaderEq = fingerprint(call, form);
      const { reference, n } = await placeOfSubmission(call, head, leaderEq);
      await served?.();
      const submission = await freeze(call, form, verdict, { n, reference });
      await sendTexts(call, form, asks);
      // Of a paper that is used no more no picture is kept.
      const useless = form.uploads.some(({ personal }) => personal) && !askedSlots(form).some(isPersonalSlot);
      if (useless) await forgetPersonal(call.db, [head.entryId], call.now);
      const corrected = command === 'resubmit' ? correctedColumns(form) : {};
      const title = corrected.title ?? head.title;
      const uscc = verdict.sections.includes('entity') ? textOf(form, 'entity', 'uscc').toUpperCase() : null;
      const { entryId, regionId } = head;
      await keepSearch(call.db, { entryId, regionId, reference, title, uscc, recalled: false, submission });
      return {
        set: {
          ...corrected,
          reference,
          leader_id_eq: leaderEq,
          sent_uscc: uscc,
          blueprint_version: form.rules.n,
          ...(head.reference === null && { first_submitted_at: at(call.now) }),
        },
        facts: { title },
        details: { reference, snapshot: n },
      };
    });
  } catch (error) {
    // One live submitted entry a leader and edition is held by the database, over all who submit at this moment.
    if (breaksUnique(error, 'entry_one_live_a_leader')) throw new Refused('ENTRY_LEADER_HAS_ANOTHER');
    throw error;
  }
}

/**
 * The number under which an entry is sent, and which submission of it this is. Throws Refused ENTRY_LEADER_HAS_ANOTHER, naming to a leader the
 * other entry that is in the way; someone else's under the same ID number is not named.
 */
async function placeOfSubmission(
  call: Call,
  head: EntryHead,
  leaderEq: string,
): Promise<{ reference: string; n: number }> {
  const others = call.db
    .selectFrom('entry')
    .select('title')
    .where('edition_id', '=', head.editionId)
    .where('leader_id_eq', '=', leaderEq)
    .where('leader_id', '=', head.leaderId)
    .where('id', '!=', head.entryId)
    .where('state', 'in', live)
    .limit(1);
  const frozen = timesFrozen(head.entryId);
  const [[other], [last], numbers] =
    head.reference === null
      ? await together(call.db, others, frozen, counted(referenceSeries(head)))
      : [...(await together(call.db, others, frozen)), []];
  if (other) throw new Refused('ENTRY_LEADER_HAS_ANOTHER', `您本届已报了“${other.title}”，每人只能报一个`);
  return {
    reference: head.reference ?? referenceOf(head, numbers[0]?.value ?? 0),
    n: (last?.n ?? 0) + 1,
  };
}

const isReady = ({ waitsForFiles, missing, ineligible }: FormVerdict): boolean =>
  !waitsForFiles && missing.length === 0 && Object.keys(ineligible).length === 0;

function insistReady({ waitsForFiles, missing, ineligible }: FormVerdict): void {
  if (waitsForFiles) throw new Refused('ENTRY_CHECKING_FILES');
  const [first] = missing;
  if (first) {
    const fields = Object.fromEntries([...missing].reverse().map(({ section, text }) => [section, text]));
    throw new Refused('ENTRY_INCOMPLETE', `还有内容没有填好：${first.text}`, fields);
  }
  const [reason] = Object.values(ineligible);
  if (reason) throw new Refused('ENTRY_NOT_ELIGIBLE', `不符合参赛条件：${reason}`, { ...ineligible });
}

function fingerprint(call: Call, form: FormState): string {
  const { kind, number } = paperOf(call, form);
  if (number === null) throw new Error('An entry without an ID number passed its check.');
  return leaderFingerprint(call, kind, number);
}

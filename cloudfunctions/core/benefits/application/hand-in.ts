import { type ApplicationKind, codeOf, policyFor, roomsOf } from '@shared/benefits/application/kind';
import { askedIn } from '@shared/benefits/application/problems';
import { linesOf } from '@shared/forms/lines';
import { checkResidentId } from '@shared/kernel/resident-id';
import { shanghaiDate, toShanghai } from '@shared/kernel/shanghai';
import { isWaiting } from '../../files/current-material';
import { readUploadRows } from '../../files/upload-rows';
import { isGiven } from '../../forms/consents';
import { answersOf, maskedOf } from '../../forms/form-rows';
import { freezeForm } from '../../forms/freeze-form';
import { unseal } from '../../forms/sealed-values';
import { readSnapshot } from '../../forms/snapshots';
import { nextNumber } from '../../platform/counter';
import { at } from '../../platform/schema';
import { noteApplied } from '../../policies/moves';
import type { Call } from '../../rpc/call';
import { insistServed } from '../../rpc/insist-served';
import { Refused } from '../../rpc/refused';
import { type ApplicationForm, answersIn, filesSection, problemsIn, readApplicationForm } from './form';
import { insistStillFits, judgeApplication } from './judge';
import { chosenIn, withChoices } from './offices';
import { insistReadable } from './read-by-offices';
import type { ApplicationHead } from './subjects';
import type { Order, Worked } from './works';

/** Hands an application in: complete, consented, judged by the rule, and frozen as it is. */
export async function handIn(
  call: Call,
  plain: ApplicationKind,
  application: ApplicationHead,
  { move }: Order,
): Promise<Worked> {
  const { applicationId, applicantId } = application;
  if (move === plain.submits) await insistServed(call.db, roomsOf(plain), call.now);
  const kind = await withChoices(call.db, plain, application.regionId);
  const form = await readApplicationForm(call, application);
  if (kind.consents.some((text) => text.required && !isGiven(form.consents, text)))
    throw new Refused('FORM_CONSENT_FIRST');
  const wrong = kind.sections.filter((section) => Object.keys(problemsIn(kind, form, section)).length > 0);
  if (wrong.length > 0) throw new Refused('BENEFITS_UNFINISHED', `还没有填好：${wrong.map(({ zh }) => zh).join('、')}`);
  const answers = answersIn(kind, form);
  await insistReadable(call, kind, application, answers);
  const uploads = (await readUploadRows(call.db, applicationId)).filter(({ removed_at }) => removed_at === null);
  // One whose transfer was given up long ago holds nothing back.
  if (uploads.some((upload) => isWaiting(upload, call.now))) throw new Refused('BENEFITS_FILES_ON_THE_WAY');
  const files = kind.slots.flatMap((slot) => {
    const newest = uploads
      .filter(({ slot: code, state }) => code === slot.code && state === 'accepted')
      .sort((a, b) => b.version - a.version)[0];
    return newest ? [{ slot, upload: newest }] : [];
  });
  const lacking = kind.slots.filter(
    (slot) => slot.opensIn === undefined && slot.needed(answers) && !files.some((file) => file.slot === slot),
  );
  if (lacking.length > 0)
    throw new Refused('BENEFITS_FILES_MISSING', `还没有上传：${lacking.map(({ zh }) => zh).join('、')}`);
  const { judged: before } = application.details;
  const of = { applicantId, born: bornOf(call, kind, form), answers };
  if (move !== kind.submits && before) await insistStillFits(call, kind, before, of);
  const judged = move === kind.submits ? await judgeApplication(call, kind, of) : before;
  const last = await readSnapshot(call, applicationId);
  const reference = application.reference ?? (await referenceOf(call, application));
  await freezeForm(call, { kind: application.kind, id: applicationId }, form, {
    n: (last?.n ?? 0) + 1,
    reference,
    parts: partsOf(kind, form),
    files,
  });
  await noteApplied(call, policyFor(kind, answers), applicantId);
  const chosen = Object.assign(
    {},
    ...kind.sections.map(({ code, questions }) => chosenIn(questions, ({ name }) => answers[`${code}.${name}`])),
  );
  return {
    // Its place in a queue is that of the day on which it was whole.
    set: { reference, ...(move === kind.submits && { submitted_at: at(call.now) }) },
    keeps: { correction: undefined, judged, chosen: { ...application.details.chosen, ...chosen } },
  };
}

/** The day of birth in the applicant's identity number. */
function bornOf(call: Call, kind: ApplicationKind, { subjectId, sealed }: ApplicationForm): string | null {
  const value = sealed.get(kind.identity);
  if (!value) return null;
  const number = unseal(call, { kind: codeOf(kind), id: subjectId }, kind.identity, value.sealed);
  const checked = checkResidentId(number, shanghaiDate(call.now));
  return checked.ok ? checked.birthDate : null;
}

/** The number under which people speak of it: `SB2026-141033-0007`, without gaps in a region and year. */
async function referenceOf(call: Call, { regionId }: ApplicationHead): Promise<string> {
  const place = `SB${toShanghai(call.now).slice(0, 4)}-${regionId}`;
  const n = await nextNumber(call.db, `application:${place}`);
  return `${place}-${String(n).padStart(4, '0')}`;
}

const partsOf = (kind: ApplicationKind, form: ApplicationForm) =>
  kind.sections.map((section) => ({
    section: section.code,
    zh: section.zh,
    lines: linesOf(
      askedIn(section, answersOf(form, section.code)),
      answersOf(form, section.code),
      maskedOf(form, section.code),
    ),
  }));

/** Sends an application back with every fault that was found, at once. */
export async function sendBack(
  call: Call,
  kind: ApplicationKind,
  { state }: ApplicationHead,
  { faults, reason }: Order,
): Promise<Worked> {
  const sections = [...kind.sections.map(({ code }) => code), filesSection];
  if (faults.length === 0) throw new Refused('BENEFITS_NO_FAULTS', undefined, { faults: '请至少写一处问题' });
  if (faults.some(({ section }) => !sections.includes(section))) throw new Refused('BENEFITS_NO_FAULTS');
  const by = kind.party(state) ?? undefined;
  const correction = { ...(by && { by }), faults: [...faults], message: reason, sentAt: toShanghai(call.now) };
  return { keeps: { correction } };
}

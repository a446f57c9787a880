import type { ApplicationDetails } from '@shared/benefits/application/details';
import { type ApplicationKind, codeOf } from '@shared/benefits/application/kind';
import { askedIn } from '@shared/benefits/application/problems';
import { benefitsContract } from '@shared/benefits/contract';
import { kinds } from '@shared/benefits/kinds';
import { linesOf } from '@shared/forms/lines';
import { checkResidentId } from '@shared/kernel/resident-id';
import { shanghaiDate, toShanghai } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { move } from '../../cases/move';
import { sweep } from '../../cases/sweep';
import { readUploadRows } from '../../files/upload-rows';
import { isGiven } from '../../forms/consents';
import { answersOf, maskedOf } from '../../forms/form-rows';
import { freezeForm } from '../../forms/freeze-form';
import { unseal } from '../../forms/sealed-values';
import { readSnapshot } from '../../forms/snapshots';
import { nextNumber } from '../../platform/counter';
import { at, json } from '../../platform/schema';
import type { Call } from '../../rpc/call';
import type { Home } from '../../rpc/home';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { filesSection, ownOf } from './files';
import { type ApplicationForm, answersIn, problemsIn, readApplicationForm } from './form';
import { judgeApplication } from './judge';
import { nounOf } from './nouns';
import { type ApplicationHead, applicationOf, applicationsOf } from './subjects';

type Order = {
  version: number;
  move: string;
  reason: string;
  faults: ReadonlyArray<{ section: string; text: string }>;
};

/** A move of whatever kind by its name; who may, and when, its lifecycle says. */
export const moveApplication = procedure(
  benefitsContract.moveApplication,
  applicationOf,
  (call, order, application) => {
    const { kind } = ownOf(application);
    if (!Object.hasOwn(kind.lifecycle.moves, order.move)) throw new Refused('BENEFITS_NO_SUCH_MOVE');
    const work = order.move === kind.submits ? handIn : order.move === kind.returns ? sendBack : null;
    const { move: command, version, reason } = order;
    return move(call, nounOf(kind), application, { command, version, input: { reason } }, async () =>
      work === null ? {} : work(call, kind, application, order),
    );
  },
);

/** Hands an application in: complete, consented, judged by the rule, and frozen as it is. */
async function handIn(call: Call, kind: ApplicationKind, application: ApplicationHead) {
  const { applicationId, applicantId, details } = application;
  const form = await readApplicationForm(call, application);
  if (kind.consents.some((text) => text.required && !isGiven(form.consents, text)))
    throw new Refused('FORM_CONSENT_FIRST');
  const wrong = kind.sections.filter((section) => Object.keys(problemsIn(kind, form, section)).length > 0);
  if (wrong.length > 0) throw new Refused('BENEFITS_UNFINISHED', `还没有填好：${wrong.map(({ zh }) => zh).join('、')}`);
  const answers = answersIn(kind, form);
  const uploads = (await readUploadRows(call.db, applicationId)).filter(({ removed_at }) => removed_at === null);
  if (uploads.some(({ state }) => ['sending', 'checking'].includes(state)))
    throw new Refused('BENEFITS_FILES_ON_THE_WAY');
  const files = kind.slots.flatMap((slot) => {
    const newest = uploads
      .filter(({ slot: code, state }) => code === slot.code && state === 'accepted')
      .sort((a, b) => b.version - a.version)[0];
    return newest ? [{ slot, upload: newest }] : [];
  });
  const lacking = kind.slots.filter((slot) => slot.needed(answers) && !files.some((file) => file.slot === slot));
  if (lacking.length > 0)
    throw new Refused('BENEFITS_FILES_MISSING', `还没有上传：${lacking.map(({ zh }) => zh).join('、')}`);
  const judged = await judgeApplication(call, kind, { applicantId, born: bornOf(call, kind, form), answers });
  const before = await readSnapshot(call, applicationId);
  const reference = application.reference ?? (await referenceOf(call, application));
  await freezeForm(call, { kind: application.kind, id: applicationId }, form, {
    n: (before?.n ?? 0) + 1,
    reference,
    parts: partsOf(kind, form),
    files,
  });
  const { correction: _, ...kept } = details;
  const next: ApplicationDetails = { ...kept, judged };
  return { set: { reference, submitted_at: at(call.now), details: json(next) } };
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
async function sendBack(call: Call, kind: ApplicationKind, { details }: ApplicationHead, { faults, reason }: Order) {
  const sections = [...kind.sections.map(({ code }) => code), filesSection];
  if (faults.length === 0) throw new Refused('BENEFITS_NO_FAULTS', undefined, { faults: '请至少写一处问题' });
  if (faults.some(({ section }) => !sections.includes(section))) throw new Refused('BENEFITS_NO_FAULTS');
  const correction = { faults: [...faults], message: reason, sentAt: toShanghai(call.now) };
  return { set: { details: json({ ...details, correction }) } };
}

/** By the clock: what was not handed in again in time, of every kind. */
export async function expireApplications(home: Home): Promise<number> {
  let ended = 0;
  for (const kind of kinds) {
    const commands = Object.keys(kind.lifecycle.moves).filter(
      (name) => kind.lifecycle.moves[name]?.by.name === '系统到期',
    );
    for (const command of commands)
      ended += await sweep(home, nounOf(kind), {
        command,
        due: 'lapses_at',
        only: sql`kind = ${codeOf(kind)}`,
        load: applicationsOf,
      });
  }
  return ended;
}

import type { ApplicationDetails } from '@shared/benefits/application/details';
import type { ApplicationKind } from '@shared/benefits/application/kind';
import { type Answers, sealedField } from '@shared/forms/question';
import { type Stand, standsOf } from '../../awards/queries';
import { entryHead, frozenText, isRecalled, readSubmission } from '../../entry/queries';
import { putSection } from '../../forms/put-section';
import { type Call, me } from '../../rpc/call';

/** What a person brings along from the contest: their best entry as it was submitted, and what it won. */
type Passport = Pick<Stand, 'place' | 'levelZh'> & { reference: string; text(place: string): string };

/** Null: nothing of theirs took part. An entry of before this system has a place and no answers. */
async function passportOf(call: Call): Promise<Passport | null> {
  const [best] = await standsOf(call.db, me(call));
  if (!best) return null;
  const head = await entryHead(call, best.entryId, false);
  const submission = head === null || isRecalled(head) ? null : await readSubmission(call, head);
  return {
    place: best.place,
    levelZh: best.levelZh,
    reference: best.reference ?? '',
    text: (place) => {
      const [section = '', field = ''] = place.split('.');
      return submission === null ? '' : frozenText(submission, section, field);
    },
  };
}

/** What an application begins with: where it stands in a queue, and why. */
export type Brought = { rank: number; details: ApplicationDetails; sections: ReadonlyMap<string, Answers> };

/** What the award or the entry of whoever applies fills in, each answer with its source; nothing else is asked again. */
export async function broughtTo(call: Call, kind: ApplicationKind): Promise<Brought> {
  const passport = await passportOf(call);
  const sections = new Map<string, Record<string, string>>();
  const prefilled: Record<string, { value: string; sourceZh: string }> = {};
  for (const { code, questions } of kind.sections) {
    for (const { name, prefill, max } of questions) {
      const value = prefill === undefined ? '' : (passport?.text(prefill) ?? '');
      if (value === '' || (max !== undefined && value.length > max)) continue;
      sections.set(code, { ...sections.get(code), [name]: value });
      prefilled[sealedField(code, name)] = { value, sourceZh: `报名表 ${passport?.reference ?? ''}` };
    }
  }
  return {
    rank: kind.rank({ place: passport?.place ?? null, qualified: passport !== null }),
    details: { prefilled, ...(passport?.levelZh && { rankZh: passport.levelZh }) },
    sections,
  };
}

/** Writes what was brought along into the form of an application that was just begun. */
export async function fillIn(call: Call, applicationId: string, { sections }: Brought): Promise<void> {
  for (const [section, answers] of sections)
    await putSection(call, { subjectId: applicationId, section }, answers, 1).execute();
}

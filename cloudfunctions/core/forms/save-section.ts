import { consentFirst } from '@shared/forms/consent-text';
import { keptSection, ownAnswers, unkeepable } from '@shared/forms/kept-section';
import { type Answers, sealedField } from '@shared/forms/question';
import type { Sealable } from '@shared/forms/sealing';
import { textHasIdNumber } from '@shared/kernel/typed/sentences';
import { audit } from '../platform/audit/audit';
import { later } from '../platform/pipeline';
import type { Call } from '../rpc/call';
import { Refused, wrongFields } from '../rpc/refused';
import { type FormOwner, sectionClosed } from './form-owner';
import type { FormRows } from './form-rows';
import { putSection, puttingSection } from './put-section';
import { putSealed } from './sealed-values';

/** What was sent; `version` is the one over which it was typed, 0 where nothing stood. */
export type Saving<Section extends string> = {
  section: Section;
  version: number;
  data: Answers;
  sealed?: Readonly<Record<string, string | undefined>> | undefined;
};

/**
 * Keeps what was typed in a section, finished or not, and answers it with what is still missing. A stale write changes nothing and gets what
 * stands. The form was read under its subject's lock.
 * @param show how the section is answered, of the form as it then stands
 * Throws Refused with a code of `unsaved` (`src/shared/forms/refusals.ts`), or for an identity number in the open.
 */
export async function saveSection<Section extends string, Form extends FormRows<Section>, Shown>(
  call: Call,
  owner: FormOwner<Section, Form>,
  form: Form,
  { section, version, data, sealed = {} }: Saving<Section>,
  show: (form: Form) => Shown,
): Promise<Shown> {
  const questions = owner.sections[section];
  const closed = questions.length === 0 ? sectionClosed : owner.closed(call, form, section);
  if (closed !== null) throw new Refused('FORM_SECTION_CLOSED', closed);
  if (version !== (form.sections.get(section)?.version ?? 0))
    throw new Refused('CASE_STALE', undefined, undefined, show(form));
  const answers = keptSection(questions, ownAnswers(questions, data));
  const wrong = unkeepable(questions, answers);
  if (Object.keys(wrong).length > 0) throw new Refused(textHasIdNumber, undefined, wrong);
  const kept = await keepSealed(call, owner, form, { section, answers }, sealed);
  const place = { subjectId: form.subjectId, section };
  const changed = owner.beside
    ? await owner.beside(call, form, { section, answers }, puttingSection(call, place, answers, version + 1))
    : await later(call.db, putSection(call, place, answers, version + 1));
  await audit(call, `${owner.kind}:${form.subjectId}`, `${owner.kind}/saveSection`, {
    section,
    version: version + 1,
    sealed: Object.keys(sealed),
  });
  // What was read under the subject's lock, with what was written since: it is not read a second time.
  const row = { data: answers, version: version + 1, savedAt: call.now, savedByZh: null };
  const sections = new Map(form.sections).set(section, row);
  return show({ ...form, ...changed, sections, sealed: kept });
}

/** Seals what is right; one that is wrong refuses the whole, and is said beside its field. */
async function keepSealed<Section extends string, Form extends FormRows<Section>>(
  call: Call,
  owner: FormOwner<Section, Form>,
  form: Form,
  { section, answers }: { section: Section; answers: Answers },
  typed: NonNullable<Saving<Section>['sealed']>,
): Promise<FormRows['sealed']> {
  const right: Array<[field: string, value: Sealable]> = [];
  const wrong: Record<string, string> = {};
  for (const [name, text] of Object.entries(typed)) {
    const seal = owner.seals?.[sealedField(section, name)];
    if (!seal || text === undefined) continue;
    const judged = seal(text, { call, form, answers });
    if (judged.ok) right.push([sealedField(section, name), judged.value]);
    else wrong[name] = judged.message;
  }
  const asked = [...right.map(([field]) => field.slice(section.length + 1)), ...Object.keys(wrong)];
  const consent = asked.length === 0 ? null : (owner.consentFirst?.(form) ?? null);
  if (consent) throw unconsented(consent, asked);
  if (Object.keys(wrong).length > 0) throw wrongFields('FORM_FIELD_WRONG', wrong);
  const kept = new Map(form.sealed);
  for (const [field, value] of right)
    kept.set(field, await putSealed(call, { kind: owner.kind, id: form.subjectId }, field, value));
  return kept;
}

/**
 * Nothing sealed of a person is kept before that person agreed to it (PIPL art. 14, 29), by whomever the form is filled in.
 * @param fields beside which it is said
 */
export const unconsented = (text: { zh: string }, fields: readonly string[]): Refused =>
  new Refused('FORM_CONSENT_FIRST', undefined, Object.fromEntries(fields.map((field) => [field, consentFirst(text)])));

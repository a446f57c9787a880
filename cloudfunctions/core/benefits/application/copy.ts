import { type ApplicationKind, codeOf } from '@shared/benefits/application/kind';
import { type Answer, sealedField } from '@shared/forms/question';
import { sql } from 'kysely';
import { answersOf } from '../../forms/form-rows';
import { type Call, me } from '../../rpc/call';
import { readApplicationForm } from './form';
import type { Brought } from './passport';
import { applications } from './subjects';

/** What somebody answered in their last application of a kind that is over stands in the new one too, but for what is sealed; an award or entry says it newer. */
export async function copiedInto(call: Call, kind: ApplicationKind, brought: Brought): Promise<Brought> {
  if (!kind.copies) return brought;
  const { rows } = await applications(
    sql`a.applicant_id = ${me(call)} and a.kind = ${codeOf(kind)} and not a.live and a.submitted_at is not null`,
    sql`order by a.changed_at desc, a.id desc limit 1`,
  ).execute(call.db);
  const last = rows[0];
  if (!last) return brought;
  const form = await readApplicationForm(call, last);
  const sourceZh = `上次的申报 ${last.reference ?? ''}`.trim();
  const sections = new Map<string, Record<string, Answer>>();
  const prefilled: Record<string, { value: string; sourceZh: string }> = {};
  for (const { code, questions } of kind.sections) {
    const own = brought.sections.get(code) ?? {};
    const answers = answersOf(form, code);
    const copied = questions.flatMap(({ name }): Array<[string, Answer]> => {
      const answer = answers[name];
      return answer === undefined || own[name] !== undefined ? [] : [[name, answer]];
    });
    for (const [name, answer] of copied)
      if (typeof answer === 'string') prefilled[sealedField(code, name)] = { value: answer, sourceZh };
    if (copied.length > 0 || Object.keys(own).length > 0) sections.set(code, { ...own, ...Object.fromEntries(copied) });
  }
  return {
    ...brought,
    details: { ...brought.details, prefilled: { ...prefilled, ...brought.details.prefilled } },
    sections,
  };
}

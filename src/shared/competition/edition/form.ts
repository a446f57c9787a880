import * as z from 'zod/mini';
import { sentencesOf, unsaid } from '../../kernel/issue-sentences';
import { blueprintForm, editionForm } from '../form';
import { type PartName, parts } from '../parts';
import { phaseProblems } from './phase-order';
import { isLeftOut, jsonOf, placeOfIssue, placesOf, type Values } from './values';

/** What a text of the starting blueprint holds where only the city knows what to write. */
const toFillIn = /【请[^】]*】/;

/** A part as it stands in the blueprint; the first one holds the edition's own words too. */
export function partForm(part: PartName) {
  const shape = Object.fromEntries(parts[part].keys.map((key) => [key, blueprintForm.shape[key]]));
  return z.object(part === 'basics' ? { ...editionForm.shape, ...shape } : shape);
}

/** Place → sentence: what is missing or wrong in a part as it is typed; empty when it may be published. Never throws. */
export function problemsOfPart(part: PartName, values: Values): Record<string, string> {
  const parsed = partForm(part).safeParse(jsonOf(part, values));
  const said = parsed.success ? {} : sentencesOf(parsed.error.issues);
  const problems: Record<string, string> = {};
  for (const [path, sentence] of Object.entries(said)) problems[placeOfIssue(part, values, path)] ??= sentence;
  for (const [place, field] of placesOf(part, values)) {
    // The form counts bytes, people megabytes.
    const said = field.input === 'megabytes' ? problems[place] : undefined;
    if (said) problems[place] = said.replace(/\d+/, (bytes) => String(Math.floor(Number(bytes) / 1024 ** 2)));
    const silent = ['text', 'area'].includes(field.input) && field.empty === undefined && !values[place];
    if (silent && !isLeftOut(part, values, place)) problems[place] ??= unsaid;
    if (problems[place] === unsaid) problems[place] = `请填写${field.zh}`;
  }
  for (const [place, value] of Object.entries(values)) {
    const blank = typeof value === 'string' ? toFillIn.exec(value)?.[0] : undefined;
    if (blank) problems[place] ??= `请把${blank}换成实际内容`;
  }
  return part === 'phases' ? { ...phaseProblems(values), ...problems } : problems;
}

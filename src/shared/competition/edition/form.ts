import * as z from 'zod/mini';
import { unanswered } from '../../forms/unanswered';
import { sentencesOf, unsaid } from '../../kernel/issue-sentences';
import { sameName } from '../../kernel/typed/typed';
import { blueprintForm, editionForm } from '../form';
import { type PartName, parts } from '../parts';
import { partShapes } from './fields';
import type { PartInput } from './part-field';
import { phaseProblems } from './phase-order';
import { isLeftOut, itemPath, jsonOf, keysIn, placeOfIssue, placesOf, type Values } from './values';

/** What a text of the starting blueprint holds where only the city knows what to write. */
const toFillIn = /【请[^】]*】/;

/** A part as it stands in the blueprint; the first one holds the edition's own words too. */
export function partForm(part: PartName) {
  const shape = Object.fromEntries(parts[part].keys.map((key) => [key, blueprintForm.shape[key]]));
  return z.object(part === 'basics' ? { ...editionForm.shape, ...shape } : shape);
}

/** The form counts fen and bytes, people yuan and megabytes. */
const unitOf: Partial<Record<PartInput, number>> = { money: 100, megabytes: 1024 ** 2 };

/** Places of names that another item of the list above bears already: people could not tell the two apart. Sentences (of a section) are no names. */
function sameNames(part: PartName, values: Values): string[] {
  return partShapes[part].lists.flatMap(({ path, fields }) => {
    if (!fields.some((field) => field.path === 'zh' && field.input === 'text')) return [];
    const places = keysIn(values, path).map((key) => itemPath(path, key, 'zh'));
    return places.filter((place, i) =>
      places.slice(0, i).some((above) => values[above] && sameName(String(values[above]), String(values[place] ?? ''))),
    );
  });
}

/** Place → sentence: what is missing or wrong in a part as it is typed; empty when it may be published. Never throws. */
export function problemsOfPart(part: PartName, values: Values): Record<string, string> {
  const parsed = partForm(part).safeParse(jsonOf(part, values));
  const said = parsed.success ? {} : sentencesOf(parsed.error.issues);
  const problems: Record<string, string> = {};
  for (const [path, sentence] of Object.entries(said)) problems[placeOfIssue(part, values, path)] ??= sentence;
  for (const [place, field] of placesOf(part, values)) {
    const said = problems[place];
    const inOne = unitOf[field.input];
    if (said && inOne && values[place] === null) problems[place] = unsaid;
    else if (said && inOne)
      problems[place] = said.replace(/\d+/, (figure) => String(Math.floor(Number(figure) / inOne)));
    const silent = ['text', 'area'].includes(field.input) && field.empty === undefined && !values[place];
    if (silent && !isLeftOut(part, values, place)) problems[place] ??= unsaid;
    if (problems[place] === unsaid) problems[place] = unanswered({ zh: field.zh, input: 'text' });
  }
  for (const [place, value] of Object.entries(values)) {
    const blank = typeof value === 'string' ? toFillIn.exec(value)?.[0] : undefined;
    if (blank) problems[place] ??= `请把${blank}换成实际内容`;
  }
  for (const place of sameNames(part, values)) problems[place] ??= `已有“${values[place]}”，请换一个名称`;
  return part === 'phases' ? { ...phaseProblems(values), ...problems } : problems;
}

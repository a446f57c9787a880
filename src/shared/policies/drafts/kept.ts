import type { Answer } from '../../forms/question';
import { holdsResidentId } from '../../kernel/resident-id';
import { noIdNumberHere } from '../../kernel/typed/sentences';
import { typedArea, typedDate, typedLine } from '../../kernel/typed/typed';
import { isFact } from '../facts';
import { mostParts } from '../rule';
import { basicsFields, benefitFields, exampleFields, parameterFields } from './content';
import type { DraftPart } from './parts';
import { groupFields, kindAt, leafFields, nodesOf } from './rule-values';
import { keysAt, textAt, type Values } from './values';

/** The longest text that is kept of a part while it is typed, in UTF-16 units. */
export const longestTyped = 8_000;
/** Items of a list. */
const mostItems = 60;

const isKey = (key: string): boolean => /^[A-Za-z][A-Za-z0-9_]{0,39}$/.test(key);
/** Where a day may stand; of what is none, only the width of its characters changes. */
const dates = ['effectiveFrom', 'effectiveTo', 'from', 'to', 'on', 'value', 'is'];

function plain(name: string, value: Answer | undefined): Answer {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') return typeof value === 'number' && !Number.isFinite(value) ? null : value;
  if (dates.includes(name)) return typedDate(value).value || null;
  return (name === 'bodyZh' ? typedArea(value).value : typedLine(value).value) || null;
}

function keptList(list: string, fields: readonly string[], typed: Values): Record<string, Answer> {
  const keys = [...new Set(keysAt(typed, list).filter(isKey))].slice(0, mostItems);
  const kept: Record<string, Answer> = { [list]: keys.join(',') };
  for (const key of keys) {
    for (const name of fields) kept[`${list}/${key}/${name}`] = plain(name, typed[`${list}/${key}/${name}`]);
  }
  return kept;
}

function keptRule(typed: Values): Values {
  const nodes = nodesOf(typed)
    .filter(({ key }) => isKey(key))
    .slice(0, mostParts);
  const stands = new Set(nodes.map(({ key }) => key));
  const kept: Record<string, Answer> = {};
  for (const { key } of nodes) {
    const kind = kindAt(typed, key);
    kept[`${key}/kind`] = kind;
    for (const name of kind === 'leaf' ? leafFields : groupFields)
      kept[`${key}/${name}`] = plain(name, typed[`${key}/${name}`]);
    if (kind === 'leaf') continue;
    const own = keysAt(typed, `${key}/parts`).filter((child) =>
      nodes.some((node) => node.key === child && node.parent === key),
    );
    kept[`${key}/parts`] = own.filter((child) => stands.has(child)).join(',');
  }
  return kept;
}

/**
 * A part as it is kept: its own places only, every text plain. Page and server both keep by this, so that they agree on what is saved.
 */
export function keptPart(part: DraftPart, typed: Values): Values {
  switch (part) {
    case 'basics':
      return {
        ...Object.fromEntries(basicsFields.map((name) => [name, plain(name, typed[name])])),
        demonstration: typed.demonstration === true,
      };
    case 'text':
      return { bodyZh: plain('bodyZh', typed.bodyZh) };
    case 'parameters':
      return keptList('parameters', parameterFields, typed);
    case 'benefits':
      return keptList('benefits', benefitFields, typed);
    case 'rule':
      return keptRule(typed);
    case 'examples': {
      const kept = keptList('examples', exampleFields, typed);
      for (const key of keysAt(kept, 'examples')) {
        const facts = [...new Set(keysAt(kept, `examples/${key}/facts`))].filter(isFact);
        kept[`examples/${key}/facts`] = facts.join(',');
        for (const fact of facts) kept[`examples/${key}/is/${fact}`] = plain('is', typed[`examples/${key}/is/${fact}`]);
      }
      return kept;
    }
  }
}

/** Place → sentence, of texts that may not even be kept: an identity number in the open. */
export const unkeepablePart = (values: Values): Record<string, string> =>
  Object.fromEntries(
    Object.keys(values)
      .filter((place) => holdsResidentId(textAt(values, place)))
      .map((place) => [place, noIdNumberHere]),
  );

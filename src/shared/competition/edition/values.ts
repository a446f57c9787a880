import {
  addDays,
  endOfDayExclusive,
  fromRfc3339,
  isDate,
  shanghaiDate,
  startOfDay,
  toShanghai,
} from '../../kernel/shanghai';
import type { PartName } from '../parts';
import { partShapes } from './fields';
import type { PartField, PartList } from './part-field';

export type Value = string | number | boolean | null;
/**
 * A part as it is typed: every value under its place, `organiser.nameZh`, `groups/start_up/teamMax`; under a list's own place the keys of its
 * items in their order, so that two people's changes can be laid together value by value. Nothing in it need be finished.
 */
export type Values = Record<string, Value>;

type Json = Record<string, unknown>;

/** The place of a list's item's value. */
export const itemPath = (list: string, key: string, field: string): string => `${list}/${key}/${field}`;

/** The keys of a list's items, in their order. */
export const keysIn = (values: Values, list: string): string[] => {
  const order = values[list];
  return typeof order === 'string' && order !== '' ? order.split(',') : [];
};

const at = (json: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, name) => (inner as Json | null | undefined)?.[name], json);

function put(json: Json, path: string, value: unknown): void {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let inner = json;
  for (const name of names) {
    inner[name] ??= {};
    inner = inner[name] as Json;
  }
  inner[last] = value;
}

const mb = 1024 * 1024;

/** How a value of the blueprint is typed. */
function typedOf({ input }: PartField, value: unknown): Value {
  if (value === undefined || value === null) return null;
  switch (input) {
    case 'firstDay':
    case 'lastDay': {
      const instant = fromRfc3339(String(value));
      if (instant === null) return null;
      const day = shanghaiDate(instant);
      return input === 'lastDay' && startOfDay(day) === instant ? addDays(day, -1) : day;
    }
    case 'many':
      return (value as string[]).join(',');
    case 'money':
      return Number(value) / 100;
    case 'megabytes':
      return Math.round((Number(value) / mb) * 100) / 100;
    default:
      return value as Value;
  }
}

/** What a typed value is in the blueprint; undefined: it is left out, and the form says so where it may not be. */
function meantBy({ input, empty }: PartField, value: Value | undefined): unknown {
  const none = value === undefined || value === null || value === '';
  if (input === 'switch') return value === true || (empty === 'absent' ? undefined : false);
  if (none) return empty === 'null' ? null : empty === 'absent' ? undefined : emptyOf(input);
  switch (input) {
    case 'firstDay':
      return isDate(String(value)) ? toShanghai(startOfDay(String(value))) : String(value);
    case 'lastDay':
      return isDate(String(value)) ? toShanghai(endOfDayExclusive(String(value))) : String(value);
    case 'many':
      return String(value).split(',');
    case 'money':
      return Math.round(Number(value) * 100);
    case 'megabytes':
      return Math.round(Number(value) * mb);
    default:
      return value;
  }
}

const emptyOf = (input: PartField['input']): unknown =>
  input === 'many' ? [] : ['text', 'area', 'hidden', 'choice', 'date'].includes(input) ? '' : undefined;

const itemKey = ({ key }: PartList, item: Json, index: number): string =>
  key === null ? `n${index + 1}` : String(item[key]);

/** A part of a blueprint as it is typed. */
export function valuesOf(part: PartName, json: Json): Values {
  const { fields, lists } = partShapes[part];
  const values: Values = {};
  for (const field of fields) values[field.path] = typedOf(field, at(json, field.path));
  for (const list of lists) {
    const items = (at(json, list.path) ?? []) as Json[];
    values[list.path] = items.map((item, index) => itemKey(list, item, index)).join(',');
    items.forEach((item, index) => {
      for (const field of list.fields) {
        values[itemPath(list.path, itemKey(list, item, index), field.path)] = typedOf(field, item[field.path]);
      }
    });
  }
  return values;
}

/** What was typed as a part of a blueprint, which the form then judges: it may be unfinished. */
export function jsonOf(part: PartName, values: Values): Json {
  const { fields, lists } = partShapes[part];
  const json: Json = {};
  for (const field of fields) {
    if (isLeftOut(part, values, field.path)) continue;
    const meant = meantBy(field, values[field.path]);
    if (meant !== undefined) put(json, field.path, meant);
  }
  for (const list of lists) {
    const keys = keysIn(values, list.path);
    if (keys.length === 0 && list.empty === 'absent') continue;
    put(
      json,
      list.path,
      keys.map((key) => itemOf(list, key, values)),
    );
  }
  return json;
}

/** Is a place of a key that may be missing, of which nothing at all was said? */
export function isLeftOut(part: PartName, values: Values, path: string): boolean {
  const [key = ''] = path.split('.');
  const { fields, optional = [] } = partShapes[part];
  if (!optional.includes(key)) return false;
  const of = `${key}.`;
  return fields
    .filter((field) => field.path.startsWith(of))
    .every((field) => [undefined, null, ''].includes(values[field.path] as null));
}

function itemOf(list: PartList, key: string, values: Values): Json {
  const item: Json = list.key === null ? {} : { [list.key]: key };
  for (const field of list.fields) {
    const meant = meantBy(field, values[itemPath(list.path, key, field.path)]);
    if (meant !== undefined) item[field.path] = meant;
  }
  return item;
}

/** Where an issue of the form (`groups.0.teamMax`) stands among what is typed (`groups/start_up/teamMax`). */
export function placeOfIssue(part: PartName, values: Values, path: string): string {
  const { fields, lists } = partShapes[part];
  if (fields.some((field) => field.path === path)) return path;
  for (const list of lists) {
    if (path === list.path) return path;
    if (!path.startsWith(`${list.path}.`)) continue;
    const [index, ...rest] = path.slice(list.path.length + 1).split('.');
    const key = keysIn(values, list.path)[Number(index)];
    const named = list.fields.find((field) => field.path === rest[0]);
    return key === undefined ? list.path : itemPath(list.path, key, named?.path ?? list.fields[0]?.path ?? '');
  }
  // Of a value that holds several, such as the kinds of files, an issue names the one; of a whole that is missing, the first that is asked of it.
  return fields.find((field) => path.startsWith(`${field.path}.`) || field.path.startsWith(`${path}.`))?.path ?? path;
}

/** Every place of a part with what is asked there, items of lists included. */
export function placesOf(part: PartName, values: Values): Array<[string, PartField]> {
  const { fields, lists } = partShapes[part];
  return [
    ...fields.map((field) => [field.path, field] as [string, PartField]),
    ...lists.flatMap(({ path, fields: asked }) =>
      keysIn(values, path).flatMap((key) =>
        asked.map((field) => [itemPath(path, key, field.path), field] as [string, PartField]),
      ),
    ),
  ];
}

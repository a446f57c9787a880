import type { PartName } from '../parts';
import { partShapes } from './fields';
import type { PartField, PartList } from './part-field';
import { itemPath, keysIn, type Value, type Values } from './values';

/** One thing that differs: what it is, how it stood, how it was typed; both are empty where only the fact is told. */
export type PartChange = { zh: string; before: string; after: string };

/** Of a text so many characters are told. */
const told = 40;

const clipped = (text: string): string => {
  const characters = [...text.replace(/\s+/g, ' ')];
  return characters.length <= told ? characters.join('') : `${characters.slice(0, told).join('')}…`;
};

/** A value in words; null: no choice of ours names it. */
function wordsOf({ input, choices, unit }: PartField, value: Value | undefined): string | null {
  if (input === 'switch') return value === true ? '是' : '否';
  if (value === undefined || value === null || value === '') return '不填';
  if (input === 'choice' || input === 'many') {
    const named = String(value)
      .split(',')
      .map((each) => choices?.find((choice) => choice.value === each)?.zh);
    return named.every((zh) => zh !== undefined) ? named.join('、') : null;
  }
  return unit === undefined ? clipped(String(value)) : `${value} ${unit}`;
}

const same = (a: Value | undefined, b: Value | undefined): boolean => (a || null) === (b || null);

function changed(zh: string, field: PartField, before: Value | undefined, after: Value | undefined): PartChange[] {
  if (field.input === 'hidden' || same(before, after)) return [];
  const words = [wordsOf(field, before), wordsOf(field, after)];
  const [was, is] = words;
  return [was === null || is === null ? { zh, before: '', after: '' } : { zh, before: was ?? '', after: is ?? '' }];
}

function changesIn(list: PartList, before: Values, after: Values): PartChange[] {
  const [first] = list.fields;
  const nameIn = (values: Values, key: string) =>
    clipped(String(values[itemPath(list.path, key, first?.path ?? '')] ?? ''));
  const [were, are] = [keysIn(before, list.path), keysIn(after, list.path)];
  const stayed = (keys: readonly string[], others: readonly string[]) => keys.filter((key) => others.includes(key));
  const fact = (zh: string): PartChange => ({ zh, before: '', after: '' });
  const moved = stayed(were, are).join() !== stayed(are, were).join();
  return [
    ...are.filter((key) => !were.includes(key)).map((key) => fact(`添加${list.zh}“${nameIn(after, key)}”`)),
    ...were.filter((key) => !are.includes(key)).map((key) => fact(`去掉${list.zh}“${nameIn(before, key)}”`)),
    ...(moved ? [fact(`${list.zh}的顺序`)] : []),
    ...stayed(are, were).flatMap((key) =>
      list.fields.flatMap((field) => {
        const place = itemPath(list.path, key, field.path);
        return changed(`${list.zh}“${nameIn(before, key)}”的${field.zh}`, field, before[place], after[place]);
      }),
    ),
  ];
}

/** In what a part as it is typed differs from what is published, in the order of the page. */
export function changesOf(part: PartName, published: Values, typed: Values): PartChange[] {
  const { fields, lists } = partShapes[part];
  return [
    ...fields.flatMap((field) => changed(field.zh, field, published[field.path], typed[field.path])),
    ...lists.flatMap((list) => changesIn(list, published, typed)),
  ];
}

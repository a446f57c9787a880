import { startOfDay } from '../../kernel/shanghai';
import { type PartName, partNames, parts } from '../parts';
import { itemPath, keysIn, type Values } from './values';

/** `problems`: what `problemsOfPart` says of the values. */
export type PartStand = { values: Values; confirmed: boolean; problems: Readonly<Record<string, string>> };

/** What stands in the way of publishing; `part`: where it is put right. */
export type EditionObstacle = { part: PartName | 'contacts'; text: string };

type Facts = {
  parts: Readonly<Record<PartName, PartStand>>;
  /** Years of the editions that were published. */
  takenYears: readonly number[];
  /** Regions whose card says no phone number. */
  withoutContact: readonly string[];
  /** Of each common track called like a region's own, what to do about it. */
  namesakes: readonly string[];
  now: number;
};

/** That a part was not looked through and confirmed; its own row in the list of parts says so too. */
export const unconfirmedZh = (part: PartName): string => `${parts[part].zh}：还没有确认`;

/** Everything that is missing before an edition may be published, in the order of its parts; empty when it may. */
export function obstaclesOf(facts: Facts): EditionObstacle[] {
  const { parts: stand, withoutContact } = facts;
  const found: EditionObstacle[] = [];
  const say = (part: EditionObstacle['part'], text: string) => found.push({ part, text });
  for (const part of partNames) {
    const { values, confirmed, problems } = stand[part];
    const wrong = Object.keys(problems).length;
    if (wrong > 0) say(part, `${parts[part].zh}：还有 ${wrong} 处没有填好`);
    else {
      for (const text of clashes(part, values, facts)) say(part, `${parts[part].zh}：${text}`);
      if (!confirmed) say(part, unconfirmedZh(part));
    }
  }
  if (withoutContact.length > 0) say('contacts', `${withoutContact.join('、')}还没有填联系电话`);
  return found;
}

function clashes(part: PartName, values: Values, { takenYears, namesakes, now }: Facts): string[] {
  switch (part) {
    case 'basics':
      return takenYears.includes(Number(values.year)) ? [`${values.year} 年已经有一届，请改年度`] : [];
    case 'tracks':
      return keysIn(values, 'tracks').length === 0 ? ['至少要有一个共同赛道'] : [...namesakes];
    case 'phases': {
      const last = String(values[itemPath('phases', 'signUp', 'closesAt')]);
      return startOfDay(last) + 86_400_000 <= now ? ['报名的最后一天已经过去，请改日期'] : [];
    }
    default:
      return [];
  }
}

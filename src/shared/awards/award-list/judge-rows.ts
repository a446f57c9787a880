import type { Blueprint } from '../../competition/blueprint';
import { sameName } from '../../kernel/typed/typed';
import type { AwardState } from '../award/states';

/** A result as it was typed or stands on a list; `key` says where a fault of it belongs. `title` empty: not said. */
export type ResultRow = { key: string; reference: string; title: string; award: string };

/** The entry that a result names, and what it won already. */
export type ResultEntry = {
  entryId: string;
  reference: string;
  title: string;
  regionId: string;
  regionZh: string;
  /** It took part, whatever became of it. */
  qualified: boolean;
  /** The caller is or was of its team. */
  own: boolean;
  level: string | null;
  awardState: AwardState | null;
};

type Ladder = ReadonlyArray<NonNullable<Blueprint['awards']>[number]>;

/** What stands against the places of a region: an award that was given, or a row of the list. */
export type Placed = { entryId: string; regionId: string; level: string };

export type JudgedRows = {
  /** Entry → level of what is to be written. */
  take: Map<string, string>;
  /** Rows that say what is there already. */
  known: number;
  /** By the key of their row. */
  faults: Record<string, string>;
};

/**
 * Judges results row by row, each after those before it, every fault at once.
 * @param entries those of the edition that the rows name, by number
 * @param ladder the edition's levels with the places that a region has of each
 * @param placed what is given or listed already; a row of an entry that is listed takes the place of its row there
 */
export function judgeRows(
  rows: readonly ResultRow[],
  entries: ReadonlyMap<string, ResultEntry>,
  ladder: Ladder,
  placed: readonly Placed[],
): JudgedRows {
  const take = new Map<string, string>();
  const said = new Map<string, string>();
  const faults: Record<string, string> = {};
  const standing = new Map(placed.map((each) => [each.entryId, each]));
  let known = 0;
  for (const row of rows) {
    const entry = entries.get(row.reference);
    const level = ladder.find(({ code, zh }) => code === row.award || sameName(zh, row.award));
    const fault = faultOf(row, entry, level, ladder) ?? (entry && level && clashOf(entry, level, said, ladder));
    if (fault || !entry || !level) {
      faults[row.key] = fault ?? '';
      continue;
    }
    said.set(entry.entryId, level.code);
    const stands = standing.get(entry.entryId);
    if (stands?.level === level.code) known += 1;
    else if (fullOf(entry, level, [...standing.values()])) {
      faults[row.key] = `${entry.regionZh}的${level.zh}设 ${level.places} 名，已经满了`;
    } else {
      take.set(entry.entryId, level.code);
      standing.set(entry.entryId, { entryId: entry.entryId, regionId: entry.regionId, level: level.code });
    }
  }
  return { take, known, faults };
}

/** What was typed, as far as it helps to find it again. */
const begun = (typed: string): string => (typed.length > 40 ? `${typed.slice(0, 40)}…` : typed);

function faultOf(
  { reference, title, award }: ResultRow,
  entry: ResultEntry | undefined,
  level: Ladder[number] | undefined,
  ladder: Ladder,
): string | null {
  if (reference === '') return '没有项目编号';
  if (!entry) return `没有找到编号为“${begun(reference)}”的项目`;
  if (title !== '' && !sameName(title, entry.title)) return `编号对应的项目是“${entry.title}”，与表中名称不同`;
  if (!entry.qualified) return `“${entry.title}”没有通过审核，不能录入获奖`;
  if (entry.own) return '您是这个项目的团队成员，应当回避，请交其他市级统筹人员办理';
  if (level) return null;
  const levels = `奖项有${ladder.map(({ zh }) => zh).join('、')}`;
  return award === '' ? `没有写奖项，${levels}` : `没有“${begun(award)}”这个奖项，${levels}`;
}

/** What was given is changed by cancelling alone, and of one entry a sheet says one thing. */
function clashOf(
  { entryId, level: given, awardState }: ResultEntry,
  level: Ladder[number],
  said: ReadonlyMap<string, string>,
  ladder: Ladder,
): string | null {
  if (awardState === 'cancelled') return '这个项目的奖项已取消，不能再录入';
  if (given !== null && given !== level.code)
    return `已获${ladder.find(({ code }) => code === given)?.zh ?? '奖'}，要改请先取消`;
  const before = said.get(entryId);
  return before !== undefined && before !== level.code ? '同一个项目出现两次，奖项不同' : null;
}

const fullOf = ({ entryId, regionId }: ResultEntry, { code, places }: Ladder[number], standing: readonly Placed[]) =>
  places !== undefined &&
  standing.filter((each) => each.regionId === regionId && each.level === code && each.entryId !== entryId).length >=
    places;

import { ladderOf } from '@shared/awards/ladder';
import type { Blueprint } from '@shared/competition/blueprint';
import type { Choice } from '@shared/forms/question';
import { type FactName, factOf, type NamedBy } from '@shared/policies/facts';
import type { Names } from '@shared/policies/words';
import { sql } from 'kysely';
import type { Db } from '../../platform/db';

type Row = {
  regions: Choice[];
  tracks: Choice[] | null;
  editions: Choice[] | null;
  frames: Array<Pick<Blueprint, 'groups' | 'awards'>> | null;
};

/** What codes of the city's own data are called: regions, editions, and the tracks, groups and awards of all editions, the newest name first. */
export type FactNames = Readonly<Record<NamedBy, readonly Choice[]>>;

export async function readFactNames(db: Db): Promise<FactNames> {
  const { rows } = await sql<Row>`select
    (select json_agg(json_build_object('value', r.id, 'zh', r.name_zh) order by r.sort) from region r) as regions,
    (select json_agg(json_build_object('value', t.code, 'zh', t.zh) order by d.year desc) from track t join edition d on d.id = t.edition_id) as tracks,
    (select json_agg(json_build_object('value', d.id, 'zh', d.name_zh) order by d.year desc) from edition d) as editions,
    (select json_agg(json_build_object('groups', d.blueprint -> 'groups', 'awards', d.blueprint -> 'awards') order by d.year desc)
      from edition d) as frames`.execute(db);
  const found = rows[0];
  const frames = found?.frames ?? [];
  const coded = (items: readonly { code: string; zh: string }[]) => items.map(({ code, zh }) => ({ value: code, zh }));
  return {
    regions: found?.regions ?? [],
    tracks: found?.tracks ?? [],
    editions: found?.editions ?? [],
    groups: frames.flatMap(({ groups }) => coded(groups ?? [])),
    awardLevels: coded(frames.flatMap(({ awards }) => ladderOf({ ...(awards && { awards }) }))),
  };
}

/** What may be chosen of a fact: its own choices, or what the city's data names. */
export const choicesOf = (fact: FactName, names: FactNames): readonly Choice[] => {
  const { choices, namedBy } = factOf(fact);
  return choices ?? (namedBy === undefined ? [] : names[namedBy]);
};

/** The same for words. */
export const namesIn =
  (names: FactNames): Names =>
  (fact, code) =>
    choicesOf(fact, names).find(({ value }) => value === code)?.zh;

import type { Blueprint } from '@shared/competition/blueprint';
import { partShapes } from '@shared/competition/edition/fields';
import { problemsOfPart } from '@shared/competition/edition/form';
import { keysIn, type Values, valuesOf } from '@shared/competition/edition/values';
import { type PartName, partNames } from '@shared/competition/parts';
import { at, json } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import type { EditionRow } from './edition-rows';

/** A part as it stands: what was typed last, or what is published. */
export type StandingPart = {
  part: PartName;
  values: Values;
  version: number;
  confirmed: boolean;
  /** Typed, and not what is published. */
  changed: boolean;
  problems: Record<string, string>;
  savedAt: number | null;
  /** Null when whoever asks saved it themselves, or nobody did. */
  savedByZh: string | null;
};

/** What is published of a part, as it is typed. */
export const publishedValues = (edition: EditionRow, part: PartName): Values =>
  valuesOf(part, {
    nameZh: edition.name_zh,
    year: edition.year,
    cutoffDate: edition.cutoff_date,
    ...edition.blueprint,
  });

const same = (a: Values, b: Values): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((place) => (a[place] || null) === (b[place] || null));

/** Every part of an edition, in one query. */
export async function standOf(call: Call, edition: EditionRow): Promise<Record<PartName, StandingPart>> {
  const rows = await call.db
    .selectFrom('edition_part as p')
    .innerJoin('person as s', 's.id', 'p.saved_by')
    .select(['p.part', 'p.data', 'p.version', 'p.confirmed_version', 'p.saved_at', 'p.saved_by', 's.display_name'])
    .where('p.edition_id', '=', edition.id)
    .execute();
  return Object.fromEntries(
    partNames.map((part): [PartName, StandingPart] => {
      const row = rows.find((each) => each.part === part);
      const published = publishedValues(edition, part);
      const values = row?.data ?? published;
      return [
        part,
        {
          part,
          values,
          version: row?.version ?? 0,
          confirmed: row !== undefined && row.confirmed_version === row.version,
          changed: !same(values, published),
          problems: problemsOfPart(part, values),
          savedAt: row?.saved_at ?? null,
          savedByZh: row === undefined || row.saved_by === call.actor?.personId ? null : row.display_name,
        },
      ];
    }),
  ) as Record<PartName, StandingPart>;
}

/** Writes a part; the caller holds the edition's lock and has compared versions. */
export async function putPart(
  call: Call,
  editionId: string,
  part: PartName,
  row: { data: Values; version: number; confirmed?: boolean },
): Promise<void> {
  const columns = {
    data: json(row.data),
    version: row.version,
    confirmed_version: row.confirmed === true ? row.version : null,
    saved_at: at(call.now),
    saved_by: me(call),
  };
  await call.db
    .insertInto('edition_part')
    .values({ edition_id: editionId, part, ...columns })
    .onConflict((conflict) => conflict.columns(['edition_id', 'part']).doUpdateSet(columns))
    .execute();
}

/** The codes of a part's lists in a blueprint. */
export function codesOf(part: PartName, blueprint: Blueprint): string[] {
  const values = valuesOf(part, blueprint);
  return partShapes[part].lists.flatMap(({ path }) => keysIn(values, path));
}

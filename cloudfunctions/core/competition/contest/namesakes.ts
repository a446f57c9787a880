import { itemPath, keysIn, type Values } from '@shared/competition/edition/values';
import { sameName } from '@shared/kernel/typed/typed';
import { sql } from 'kysely';
import type { Db } from '../../platform/db';

type Track = { code: string; zh: string };

/** Common tracks as they are typed. */
const typedTracks = (values: Values): Track[] =>
  keysIn(values, 'tracks').map((code) => ({ code, zh: String(values[itemPath('tracks', code, 'zh')] ?? '') }));

/** Common tracks called like one that a region set up for itself, each with what to do: people could not tell the two apart. */
export async function namesakesOf(
  db: Db,
  editionId: string,
  tracks: Values,
): Promise<Array<{ place: string; text: string }>> {
  const { rows: own } = await sql<Track & { regionZh: string }>`select t.code, t.zh, r.name_zh as "regionZh"
    from track t join contest_track o on o.edition_id = t.edition_id and o.track_code = t.code
      join contest c on c.id = o.contest_id join region r on r.id = c.region_id
    where t.edition_id = ${editionId} and t.kind = 'region' order by r.sort`.execute(db);
  return typedTracks(tracks).flatMap(({ code, zh }) => {
    const found = own.find((track) => track.code !== code && sameName(track.zh, zh));
    return found
      ? [{ place: itemPath('tracks', code, 'zh'), text: `${found.regionZh}已自设“${found.zh}”赛道，请换一个名称` }]
      : [];
  });
}

import { openedZh } from '@shared/entry/opened-words';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../platform/db';

/** An opening of a sealed value (`field`) or of a file (`uploadId`). */
export type OpeningRow = {
  id: string;
  at: number;
  subject: string;
  field: string | null;
  uploadId: string | null;
  personId: string;
  regionId: string | null;
};

/** Which openings: a condition on the row `o` of each kind. */
type Which = { sealed: RawBuilder<unknown>; files: RawBuilder<unknown> };

/** The newest openings of both kinds as one list; each kind gives `limit` at most before they are put together. */
export const openingRows = ({ sealed, files }: Which, limit: number): RawBuilder<OpeningRow> => sql<OpeningRow>`
  select * from (
    (select o.id, o.at, o.subject, o.field, null::uuid as "uploadId", o.person_id as "personId", o.region_id as "regionId"
      from sealed_opening o where ${sealed} order by o.at desc, o.id desc limit ${limit})
    union all
    (select o.id, o.at, o.subject, null, o.upload_id, o.person_id, o.region_id
      from file_opening o where ${files} order by o.at desc, o.id desc limit ${limit})) o
  order by o.at desc, o.id desc limit ${limit}`;

export type ToldOpening = OpeningRow & { whoZh: string; officeZh: string; whatZh: string; whyZh: string };

type Names = { id: string; zh: string };

/** The same with names: who, in whose name, what (a file by its slot, since names of files are whatever people call them), and for which matter. Reads whatever they name at once, whatever is gone by now said in general. */
export async function tellOpenings(db: Db, rows: readonly OpeningRow[]): Promise<ToldOpening[]> {
  const idsOf = (kind: string) =>
    rows.flatMap(({ subject }) => (subject.startsWith(`${kind}:`) ? [subject.slice(kind.length + 1)] : []));
  const members = rows.flatMap(({ field }) =>
    field ? (/^member\.([0-9a-f-]{36})\.phone$/.exec(field)?.[1] ?? []) : [],
  );
  const uploads = rows.flatMap(({ uploadId }) => uploadId ?? []);
  const { rows: found } = await sql<Names>`
    select e.id::text as id, e.reference as zh from entry e where e.id = any(${idsOf('entry')}::uuid[]) and e.reference is not null
    union all select f.id::text, e.reference from person_fact f join entry e on e.id = f.subject_id where f.id = any(${idsOf('fact')}::uuid[])
    union all select f.id::text, f.reference from feedback f where f.id = any(${idsOf('feedback')}::uuid[])
    union all select m.id::text, m.name from entry_member m where m.id = any(${members}::uuid[])
    union all select u.id::text, coalesce((select s.item ->> 'zh' from entry e join edition d on d.id = e.edition_id,
        jsonb_array_elements(d.blueprint -> 'slots') as s(item) where e.id = u.subject_id and s.item ->> 'code' = u.slot), u.name)
      from upload u where u.id = any(${uploads}::uuid[])
    union all select p.id::text, p.display_name from person p where p.id = any(${rows.map(({ personId }) => personId)}::uuid[])
    union all select r.id, r.name_zh from region r where r.id = any(${rows.flatMap(({ regionId }) => regionId ?? [])}::text[])`.execute(
    db,
  );
  const names = new Map(found.map(({ id, zh }) => [id, zh]));
  return rows.map((row) => ({
    ...row,
    whoZh: names.get(row.personId) ?? '',
    officeZh: row.regionId === null ? '市级统筹人员' : `${names.get(row.regionId) ?? ''}审核人员`,
    whatZh: whatOf(row, names),
    whyZh: whyOf(row.subject, names),
  }));
}

function whatOf({ subject, field, uploadId }: OpeningRow, names: ReadonlyMap<string, string>): string {
  if (uploadId !== null && subject.startsWith('fact:')) return '文件：核对情况的依据';
  if (uploadId !== null) return `文件：${names.get(uploadId) ?? '已删除的文件'}`;
  if (field === 'contact') return '投诉建议的联系方式';
  return openedZh(field ?? '', names.get(field?.split('.')[1] ?? '') ?? null);
}

const whyByKind: Readonly<Record<string, string>> = {
  feedback: '答复投诉建议',
  'award-claim': '核对获奖认领',
  fact: '核对申请人情况',
};

function whyOf(subject: string, names: ReadonlyMap<string, string>): string {
  const [kind, id = ''] = subject.split(':');
  return [whyByKind[kind ?? ''] ?? '审核项目', names.get(id) ?? ''].filter(Boolean).join(' ');
}

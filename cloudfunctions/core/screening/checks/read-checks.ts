import { type Check, checksOf, type Looked } from '@shared/screening/checks';
import { sql } from 'kysely';
import type { EntryHead } from '../../entry/queries';
import type { Call } from '../../rpc/call';

/** One look at one list, with who looked; `upload` is its picture. */
type Look = Looked & {
  id: string;
  checkedOn: string;
  note: string;
  byZh: string;
  picture: { uploadId: string; name: string; state: 'checking' | 'accepted' | 'refused' } | null;
};

/** What is to be looked up for an entry by the version under which it stands, and every look, the last one last. */
export async function readChecks(
  call: Call,
  { entryId }: Pick<EntryHead, 'entryId'>,
): Promise<{ checks: readonly Check[]; looks: readonly Look[] }> {
  const { rows } = await sql<{ checks: Check[] | null; looks: Look[] | null }>`
    select b.blueprint -> 'checks' as checks,
      (select json_agg(json_build_object('id', c.id, 'code', c.code, 'clear', c.clear, 'checkedOn', c.checked_on, 'note', c.note,
          'byZh', p.display_name, 'picture', (
            select json_build_object('uploadId', u.id, 'name', u.name, 'state', u.state) from upload u
            where u.subject_id = c.id and u.state in ('checking', 'accepted', 'refused') and u.removed_at is null
            order by u.version desc limit 1)) order by c.at, c.id)
        from credit_check c join person p on p.id = c.checked_by where c.entry_id = e.id) as looks
    from entry e join blueprint_version b on b.edition_id = e.edition_id and b.n = e.blueprint_version where e.id = ${entryId}`.execute(
    call.db,
  );
  const found = rows[0];
  return { checks: checksOf({ checks: found?.checks ?? undefined }), looks: found?.looks ?? [] };
}

/** The lists of an edition, each with the looks at it; what the edition names no more keeps its looks. */
export function presentChecks({ checks, looks }: Awaited<ReturnType<typeof readChecks>>) {
  const gone = [...new Set(looks.map(({ code }) => code))]
    .filter((code) => !checks.some((check) => check.code === code))
    .map((code): Check => ({ code, zh: code, required: false }));
  return [...checks, ...gone].map(({ code, zh, linkZh, url, required }) => ({
    code,
    zh,
    linkZh: linkZh ?? null,
    url: url ?? null,
    required,
    looks: looks
      .filter((look) => look.code === code)
      .map(({ code: _, ...look }) => ({ ...look, resultZh: look.clear ? '未列入' : '已列入' })),
  }));
}

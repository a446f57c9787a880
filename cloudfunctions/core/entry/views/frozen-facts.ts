import { keyGroups } from '@shared/entry/fields';
import type { Part } from '@shared/forms/lines';
import { birthDateBy, paperNamed } from '@shared/kernel/identity-paper';
import { checkResidentId } from '@shared/kernel/resident-id';
import { isDate, shanghaiDate } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { type FrozenValue, unsealFrozen } from '../../forms/sealed-values';
import type { Call } from '../../rpc/call';
import { sealedOwner } from '../form/sealed-owner';

/** What a submission says of its leader and their firm, in codes; null: it says nothing of that. */
export type FrozenFacts = {
  entryId: string;
  leaderId: string;
  reference: string;
  /** The day of the submission, `YYYY-MM-DD`. */
  on: string;
  regionId: string;
  trackCode: string;
  groupCode: string;
  registered: boolean;
  registrationDate: string | null;
  uscc: string | null;
  /** Staff whose social insurance the firm pays. */
  insured: number | null;
  keyGroup: (typeof keyGroups)[number]['value'] | null;
  birthDate: string | null;
  sex: 'female' | 'male' | null;
};

type Row = {
  entryId: string;
  leaderId: string;
  reference: string;
  takenAt: number;
  regionId: string;
  trackCode: string;
  groupCode: string;
  n: number;
  parts: Part[];
  number: FrozenValue | null;
};

/** How the form of before called what is `none` now. */
const noneOfBefore = '以上都不是';

/**
 * What the latest submissions of these entries say; one that was taken back or withdrawn says nothing more. The ID number is opened for its birth date alone
 * and read by nobody.
 */
export async function frozenFacts(call: Call, entryIds: readonly string[]): Promise<FrozenFacts[]> {
  const { rows } = await sql<Row>`select e.id as "entryId", e.leader_id as "leaderId", e.region_id as "regionId",
      e.track_code as "trackCode", e.group_code as "groupCode", s.reference, s.taken_at as "takenAt", s.n, s.data -> 'parts' as parts,
      (select json_build_object('sealed', v.sealed, 'carried', v.carried) from snapshot_sealed v
        where v.subject_id = e.id and v.n = s.n and v.field = 'leader.idNumber') as number
    from entry e
      join lateral (select * from snapshot l where l.subject_id = e.id order by l.n desc limit 1) s on true
    where e.id = any (${[...entryIds]}::uuid[]) and e.recalled_at is null and e.state <> 'withdrawn'`.execute(call.db);
  return rows.map((row) => factsIn(call, row));
}

function factsIn(call: Call, { n, parts, number, takenAt, ...head }: Row): FrozenFacts {
  const said = (section: string, field: string): string =>
    parts.find((part) => part.section === section)?.lines.find((line) => line.field === field)?.value ?? '';
  const paper = paperNamed(said('leader', 'idKind'));
  const plain = number && unsealFrozen(call, sealedOwner(head.entryId), n, 'leader.idNumber', number);
  const on = shanghaiDate(takenAt);
  const id = paper === 'resident_id' && plain !== null ? checkResidentId(plain, on) : null;
  const group = said('leader', 'keyGroup').replace(noneOfBefore, keyGroups[0].zh);
  const registered = said('entity', 'registrationDate');
  return {
    ...head,
    on,
    registered: parts.some(({ section }) => section === 'entity'),
    registrationDate: isDate(registered) ? registered : null,
    uscc: said('entity', 'uscc') || null,
    insured: /^\d{1,6}$/.test(said('jobs', 'insured')) ? Number(said('jobs', 'insured')) : null,
    keyGroup: keyGroups.find(({ zh }) => zh === group)?.value ?? null,
    birthDate: birthDateBy(paper, plain, said('leader', 'birthDate')),
    sex: id?.ok === true ? id.sex : null,
  };
}

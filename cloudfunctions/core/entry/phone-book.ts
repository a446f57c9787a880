import { sql } from 'kysely';
import { sealedPlace } from '../forms/sealed-values';
import { json } from '../platform/schema';
import type { PhoneBook, PhoneEntry } from '../telling/texts/phone-book';
import { memberPhoneField, sealedOwner } from './form/sealed-owner';

type Row = Omit<PhoneEntry, 'place'> & { memberId: string | null };

/** The leader's phone as the form has it now, a member's as they gave it. A correction that was sent in needs no reminder any more. */
export const entryPhoneBook: PhoneBook = async (db, asked) => {
  const { rows } =
    await sql<Row>`select a."personId", a."subjectId", coalesce(v.sealed, nullif(m.phone_sealed, '')) as sealed,
        case when v.sealed is null then m.id end as "memberId", a.kind <> 'correction' or e.state = 'returned' as concerned
      from jsonb_to_recordset(${json(asked)}::jsonb) as a("personId" uuid, "subjectId" uuid, kind text)
        join entry e on e.id = a."subjectId"
        left join sealed_value v on v.subject_id = e.id and v.field = 'leader.phone' and e.leader_id = a."personId"
        left join entry_member m on m.entry_id = e.id and m.person_id = a."personId" and m.removed_at is null`.execute(
      db,
    );
  return rows.map(({ memberId, ...row }) => ({
    ...row,
    place: sealedPlace(sealedOwner(row.subjectId), memberId === null ? 'leader.phone' : memberPhoneField(memberId)),
  }));
};

import { sql } from 'kysely';
import { sealedPlace } from '../../forms/sealed-values';
import { json } from '../../platform/schema';
import type { PhoneBook, PhoneEntry } from '../../telling/texts/phone-book';
import { enrolmentOwner } from './noun';

/** Under what the phone of whoever enrols is sealed. */
export const phoneField = 'person.phone';

/** The phone that somebody gave as they enrolled, while a seat is held for them: an offer that was answered needs no text any more. */
export const enrolmentPhoneBook: PhoneBook = async (db, asked) => {
  const { rows } = await sql<Omit<PhoneEntry, 'place'>>`select a."personId", a."subjectId", v.sealed,
      a.kind <> 'offer' or e.offer_ends_at is not null as concerned
    from jsonb_to_recordset(${json(asked)}::jsonb) as a("personId" uuid, "subjectId" uuid, kind text)
      join enrolment e on e.id = a."subjectId" and e.person_id = a."personId"
      left join sealed_value v on v.subject_id = e.id and v.field = ${phoneField}`.execute(db);
  return rows.map((row) => ({ ...row, place: sealedPlace(enrolmentOwner(row.subjectId), phoneField) }));
};

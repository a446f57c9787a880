import { frozenPlace, memberPhoneField, sealedPlace } from './entry/form/sealed-fields';
import { contactPlace } from './people/feedback-rows';
import { phonePlace } from './people/phone-place';
import { answerPlace } from './platform/done-once';
import type { SealedColumn } from './platform/rekey';

/**
 * Every column that holds sealed values, for `npm run rekey`. A column that is not here would keep its old key for ever; a test holds this
 * table against the database's columns and against what the product really writes.
 */
export const sealedColumns: readonly SealedColumn[] = [
  {
    table: 'done_once',
    column: 'answer',
    key: { person_id: 'uuid', key: 'text' },
    place: (row: { person_id: string; key: string }) => answerPlace(row.person_id, row.key),
  },
  {
    table: 'person',
    column: 'phone_sealed',
    key: { id: 'uuid' },
    place: (row: { id: string }) => phonePlace(row.id),
  },
  {
    table: 'feedback',
    column: 'contact_sealed',
    key: { id: 'uuid' },
    place: (row: { id: string }) => contactPlace(row.id),
  },
  {
    table: 'sealed_value',
    column: 'sealed',
    key: { subject_id: 'uuid', field: 'text' },
    place: (row: { subject_id: string; field: string }) => sealedPlace(row.subject_id, row.field),
  },
  {
    table: 'snapshot_sealed',
    column: 'sealed',
    key: { subject_id: 'uuid', n: 'int', field: 'text' },
    also: ['carried'],
    place: (row: { subject_id: string; n: number; field: string; carried: boolean }) =>
      row.carried ? sealedPlace(row.subject_id, row.field) : frozenPlace(row.subject_id, row.n, row.field),
  },
  {
    table: 'entry_member',
    column: 'phone_sealed',
    key: { id: 'uuid' },
    also: ['entry_id'],
    place: (row: { id: string; entry_id: string }) => sealedPlace(row.entry_id, memberPhoneField(row.id)),
  },
];

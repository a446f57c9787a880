import type { SealedColumn } from '../platform/rekey';
import { formsPersonal } from './personal';
import { frozenPlace, sealedPlace } from './sealed-values';

type Sealed = { kind: string; subject_id: string; field: string };
type Frozen = Sealed & { n: number; carried: boolean };

/** The kind of its subject stands in the place of everything sealed. */
const parent = { table: 'subject', by: 'subject_id', column: 'kind' };

const sealed: readonly SealedColumn[] = [
  {
    table: 'sealed_value',
    column: 'sealed',
    key: { subject_id: 'uuid', field: 'text' },
    parent,
    place: ({ kind, subject_id: id, field }: Sealed) => sealedPlace({ kind, id }, field),
  },
  {
    table: 'snapshot_sealed',
    column: 'sealed',
    key: { subject_id: 'uuid', n: 'int', field: 'text' },
    also: ['carried'],
    parent,
    place: ({ kind, subject_id: id, n, field, carried }: Frozen) =>
      carried ? sealedPlace({ kind, id }, field) : frozenPlace({ kind, id }, n, field),
  },
];

/** What the ground keeps of the forms of all areas. It has no procedures: a form is filled in through its subject's area. */
export const formsGround = {
  name: 'forms',
  access: {},
  procedures: {},
  tables: ['section', 'sealed_value', 'snapshot', 'snapshot_sealed', 'consent'],
  personal: formsPersonal,
  sealed,
};

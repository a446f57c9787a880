import { entryAccess } from '@shared/entry/access';
import type { entryContract } from '@shared/entry/contract';
import { entryNotices } from '@shared/entry/notices';
import { foldCounts } from '../cases/counts';
import { frozenPlace, sealedPlace } from '../forms/sealed-values';
import type { Area } from '../rpc/area';
import { entryAudiences } from './audiences';
import { entryFiles } from './files/entry-files';
import { memberPhoneField, sealedOwner } from './form/sealed-owner';
import { forgetExpired } from './lifetime/forget-expired';
import { entryCounted, entryNoun } from './moves';
import { entryProcedures } from './procedures';
import { entrantTodos } from './todos';

export const entryArea: Area<'entry', typeof entryContract> = {
  name: 'entry',
  access: entryAccess.table,
  procedures: entryProcedures,
  nouns: [entryNoun],
  notices: entryNotices,
  audiences: entryAudiences,
  todos: [{ read: entrantTodos }],
  jobs: [
    { name: 'foldCounts', hourly: true, run: (home) => foldCounts(home, entryCounted) },
    { name: 'forgetExpired', hourly: true, run: forgetExpired },
  ],
  fileOwners: [entryFiles],
  tables: ['entry', 'entry_member', 'team_invitation', 'one_time_notice', 'entry_count'],
  sealed: [
    {
      table: 'sealed_value',
      column: 'sealed',
      key: { subject_id: 'uuid', field: 'text' },
      place: (row: { subject_id: string; field: string }) => sealedPlace(sealedOwner(row.subject_id), row.field),
    },
    {
      table: 'snapshot_sealed',
      column: 'sealed',
      key: { subject_id: 'uuid', n: 'int', field: 'text' },
      also: ['carried'],
      place: (row: { subject_id: string; n: number; field: string; carried: boolean }) =>
        row.carried
          ? sealedPlace(sealedOwner(row.subject_id), row.field)
          : frozenPlace(sealedOwner(row.subject_id), row.n, row.field),
    },
    {
      table: 'entry_member',
      column: 'phone_sealed',
      key: { id: 'uuid' },
      also: ['entry_id'],
      place: (row: { id: string; entry_id: string }) =>
        sealedPlace(sealedOwner(row.entry_id), memberPhoneField(row.id)),
    },
  ],
};

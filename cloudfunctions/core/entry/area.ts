import { counterAccess, counterPlaceAccess, entryAccess, lateAccess } from '@shared/entry/access';
import type { entryContract } from '@shared/entry/contract';
import { entryNotices } from '@shared/entry/notices';
import { foldCounts } from '../cases/counts';
import { sealedPlace } from '../forms/sealed-values';
import type { Area } from '../line/area';
import { entryAudiences } from './audiences';
import { dropForsaken } from './counter/drop-forsaken';
import { entryFiles } from './files/entry-files';
import { entryConsents } from './form/entry-consents';
import { entryForm } from './form/entry-form';
import { memberPhoneField, sealedOwner } from './form/sealed-owner';
import { dropOldDrafts } from './lifetime/drop-old-drafts';
import { forgetExpired } from './lifetime/forget-expired';
import { entryCounted, entryNoun } from './moves';
import { entryPersonal } from './personal';
import { entryPhoneBook } from './phone-book';
import { entryProcedures } from './procedures';
import { entryReminders } from './reminders';
import { fillSearch } from './search/fill-search';
import { entrantTodos } from './todos';

export const entryArea: Area<'entry', typeof entryContract> = {
  name: 'entry',
  access: { ...entryAccess.table, ...lateAccess.table, ...counterAccess.table, ...counterPlaceAccess.table },
  procedures: entryProcedures,
  nouns: [entryNoun],
  notices: entryNotices,
  audiences: entryAudiences,
  todos: [{ read: entrantTodos }],
  reminders: entryReminders,
  jobs: [
    { name: 'foldCounts', hourly: true, run: (home) => foldCounts(home, entryCounted) },
    { name: 'forgetExpired', hourly: true, run: forgetExpired },
    { name: 'dropForsaken', hourly: true, run: dropForsaken },
    { name: 'dropOldDrafts', hourly: true, run: dropOldDrafts },
    { name: 'fillSearch', hourly: true, run: fillSearch },
  ],
  phoneBooks: [entryPhoneBook],
  fileOwners: [entryFiles],
  formOwners: [entryForm],
  personal: entryPersonal,
  consents: [entryConsents],
  tables: [
    'entry',
    'entry_member',
    'team_invitation',
    'one_time_notice',
    'entry_count',
    'entry_search',
    'late_code',
    'late_use',
    'counter_entry',
  ],
  reads: { forms: ['snapshot', 'snapshot_sealed', 'section', 'sealed_value'] },
  sealed: [
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

import { announcementAccess, competitionAccess, contestAccess } from '@shared/competition/access';
import type { competitionContract } from '@shared/competition/contract';
import { editionLifecycle } from '@shared/competition/edition/lifecycle';
import { competitionNotices } from '@shared/competition/notices';
import type { Area } from '../line/area';
import { announcementFiles } from './announcement/files';
import { announcementNoun } from './announcement/moves';
import { competitionAudiences } from './audiences';
import { editionFiles } from './editions/template-files';
import { judgeTodos } from './judge-todos';
import { competitionPersonal } from './personal';
import { competitionProcedures } from './procedures';
import { turnPhases } from './turn-phases';

export const competitionArea: Area<'competition', typeof competitionContract> = {
  name: 'competition',
  access: { ...competitionAccess.table, ...announcementAccess.table, ...contestAccess.table },
  procedures: competitionProcedures,
  nouns: [announcementNoun, { lifecycle: editionLifecycle, table: 'edition' }],
  notices: competitionNotices,
  audiences: competitionAudiences,
  // What a judge waits for is told on the first page at length.
  todos: [{ roles: ['judge'], shownOnly: true, read: judgeTodos }],
  jobs: [{ name: 'turnPhases', run: turnPhases }],
  personal: competitionPersonal,
  tables: [
    'region',
    'edition',
    'edition_part',
    'blueprint_version',
    'track',
    'contest',
    'contest_track',
    'phase',
    'contest_change',
    'announcement',
  ],
  fileOwners: [announcementFiles, editionFiles],
};

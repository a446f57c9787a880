import { applicantAccess, factFileAccess, policiesAccess, policyDraftAccess } from '@shared/policies/access';
import type { policiesContract } from '@shared/policies/contract';
import { policiesNotices } from '@shared/policies/notices';
import { sql } from 'kysely';
import type { Area } from '../line/area';
import { at } from '../platform/schema';
import { drawAwards } from './facts/draw-awards';
import { changesFacts, drawEntries, noteEntries } from './facts/draw-entries';
import { factFiles } from './facts/fact-files';
import { libraryAudiences } from './library/audiences';
import { findDefects } from './library/defects';
import { policyDraftNoun } from './library/noun';
import { libraryTodos } from './library/todos';
import { policiesPersonal } from './personal';
import { policiesProcedures } from './procedures';
import { concernedAudiences } from './push/audiences';
import { remindOfEndings } from './push/ending';
import { openPassport, opensPassport } from './push/passport';
import { unlessStopped } from './stopped';

/** As long as messages are kept: three years, in milliseconds. */
const openedKeptMs = 3 * 366 * 86_400_000;

export const policiesArea: Area<'policies', typeof policiesContract> = {
  name: 'policies',
  access: { ...policiesAccess.table, ...applicantAccess.table, ...factFileAccess.table, ...policyDraftAccess.table },
  procedures: policiesProcedures,
  nouns: [policyDraftNoun],
  todos: libraryTodos,
  notices: policiesNotices,
  audiences: { ...concernedAudiences, ...libraryAudiences },
  listens: [
    ...changesFacts.map((event) => ({ event, hear: noteEntries })),
    ...opensPassport.map((event) => ({ event, hear: openPassport })),
  ],
  jobs: [
    { name: 'drawEntries', run: unlessStopped(drawEntries) },
    { name: 'drawAwards', run: unlessStopped(drawAwards) },
    { name: 'findDefects', hourly: true, run: findDefects },
    { name: 'remindOfEndings', run: unlessStopped(remindOfEndings) },
  ],
  tables: [
    'policy_version',
    'policy_draft',
    'policy_draft_part',
    'policy_defect',
    'person_fact',
    'person_facts',
    'fact_draw',
    'award_drawn',
    'policy_seen',
    'policy_opened',
    'policy_applied',
    'policy_ending',
  ],
  fileOwners: [factFiles],
  personal: policiesPersonal,
  retention: (['policy_opened', 'policy_applied', 'policy_ending'] as const).map((table) => ({
    table,
    when: (now: number) => sql`at < ${at(now - openedKeptMs)}`,
  })),
  // Which awards changed, and who led their entries, is one statement; so are facts with their files.
  reads: { entry: ['entry'], awards: ['award'], cases: ['subject'], files: ['upload'] },
};

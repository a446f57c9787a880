import { rightsAccess } from '@shared/rights/access';
import type { rightsContract } from '@shared/rights/contract';
import { rightsNotices } from '@shared/rights/notices';
import type { AnyArea, Area } from '../line/area';
import type { Db } from '../platform/db';
import type { ToMake } from '../telling/audience';
import { makeClosings } from './announce-closing';
import { concernedBy, lastPerson } from './closings';
import { makeConsents } from './consents';
import { eraseAsked } from './erase-asked';
import { forgetClosed } from './forget-closed';
import { forgetOutlived } from './forget-outlived';
import { makeGuide } from './guide';
import { makeHandOut } from './hand-out';
import { makeLeave } from './leave';
import { registryOf } from './registry-of';
import { makeTerms } from './terms';

/** What a person may ask of their own data, over all areas before it and the ground under them. */
export function makeRightsArea(before: readonly AnyArea[]): Area<'rights', typeof rightsContract> {
  const registry = registryOf(before);
  return {
    name: 'rights',
    access: rightsAccess.table,
    procedures: {
      ...makeConsents(registry),
      ...makeHandOut(registry),
      ...makeLeave(registry),
      ...makeGuide(registry),
      ...makeTerms(registry),
      ...makeClosings(registry),
    },
    notices: rightsNotices,
    audiences: {
      whoseData: {
        make: async (_db: Db, { facts }: ToMake<{ scope: string }>) => concernedBy(registry, facts.scope),
        lastOf: lastPerson,
      },
    },
    jobs: [
      { name: 'eraseAsked', run: (home) => eraseAsked(home, registry) },
      { name: 'forgetOutlived', hourly: true, run: (home) => forgetOutlived(home, registry) },
      { name: 'forgetClosed', hourly: true, run: (home) => forgetClosed(home, registry) },
    ],
    tables: ['erasure'],
    reads: {
      forms: ['consent'],
      cases: ['subject'],
      platform: ['outbox'],
      entry: ['entry', 'entry_member'],
      people: ['person'],
    },
  };
}

import { rightsAccess } from '@shared/rights/access';
import type { rightsContract } from '@shared/rights/contract';
import type { AnyArea, Area } from '../rpc/area';
import { makeConsents } from './consents';
import { eraseAsked } from './erase-asked';
import { forgetOutlived } from './forget-outlived';
import { makeGuide } from './guide';
import { makeHandOut } from './hand-out';
import { makeLeave } from './leave';
import { registryOf } from './registry-of';

/** What a person may ask of their own data, over all areas before it and the ground under them. */
export function makeRightsArea(before: readonly AnyArea[]): Area<'rights', typeof rightsContract> {
  const registry = registryOf(before);
  return {
    name: 'rights',
    access: rightsAccess.table,
    procedures: { ...makeConsents(registry), ...makeHandOut(registry), ...makeLeave(registry), ...makeGuide(registry) },
    jobs: [
      { name: 'eraseAsked', run: (home) => eraseAsked(home, registry) },
      { name: 'forgetOutlived', hourly: true, run: (home) => forgetOutlived(home, registry) },
    ],
    tables: ['erasure'],
    reads: { forms: ['consent'], cases: ['subject'], platform: ['outbox'] },
  };
}

import { rightsAccess } from '@shared/rights/access';
import type { rightsContract } from '@shared/rights/contract';
import { casesPersonal } from '../cases/personal';
import { platformPersonal } from '../platform/personal/ground';
import type { Personal } from '../platform/personal/personal';
import type { AnyArea, Area } from '../rpc/area';
import { tellingPersonal } from '../telling/personal';
import { makeConsents } from './consents';
import { eraseAsked } from './erase-asked';
import { makeHandOut } from './hand-out';
import { makeLeave } from './leave';
import type { Registry } from './registry';

const own: Personal = {
  tables: [
    {
      table: 'erasure',
      persons: ['person_id'],
      handed: { notZh: '注销的时间，注销后才有' },
      erased: { staysZh: '何时注销，只有编号和时间' },
    },
  ],
};

/** What every room declares of persons: the areas' own first, then the ground's, which hangs from what is theirs. */
export const registryOf = (areas: readonly AnyArea[]): Registry => ({
  personal: [...areas.flatMap(({ personal }) => personal ?? []), casesPersonal, tellingPersonal, platformPersonal, own],
  holders: areas.flatMap(({ consents = [] }) => consents),
});

/** What a person may ask of their own data, over all areas before it and the ground under them. */
export function makeRightsArea(before: readonly AnyArea[]): Area<'rights', typeof rightsContract> {
  const registry = registryOf(before);
  return {
    name: 'rights',
    access: rightsAccess.table,
    procedures: { ...makeConsents(registry), ...makeHandOut(registry), ...makeLeave(registry) },
    jobs: [{ name: 'eraseAsked', run: (home) => eraseAsked(home, registry) }],
    tables: ['erasure'],
    reads: { forms: ['consent'], cases: ['subject'], platform: ['outbox'] },
  };
}

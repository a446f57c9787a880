import { casesPersonal } from '../cases/personal';
import { platformPersonal } from '../platform/personal/ground';
import type { Personal } from '../platform/personal/personal';
import type { AnyArea } from '../rpc/area';
import { tellingPersonal } from '../telling/personal';
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
export function registryOf(areas: readonly AnyArea[]): Registry {
  const rooms = [
    ...areas.flatMap(({ name, personal }) => (personal ? [{ name, personal }] : [])),
    { name: 'cases', personal: casesPersonal },
    { name: 'telling', personal: tellingPersonal },
    { name: 'platform', personal: platformPersonal },
    { name: 'rights', personal: own },
  ];
  return {
    rooms,
    personal: rooms.map(({ personal }) => personal),
    holders: areas.flatMap(({ consents = [] }) => consents),
  };
}

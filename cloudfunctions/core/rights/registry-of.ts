import { casesPersonal } from '../cases/personal';
import { type AnyArea, lifecyclesOf } from '../line/area';
import { platformPersonal } from '../platform/personal/ground';
import type { Personal } from '../platform/personal/personal';
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
    {
      table: 'retention_term',
      persons: ['confirmed_by'],
      handed: { notZh: '保存期限的改动是工作记录，对外列在“个人信息保护说明”中' },
      erased: { staysZh: '谁在何时定过保存期限，只有编号', ofStaff: true },
    },
    {
      table: 'closing',
      persons: ['announced_by'],
      handed: { notZh: '停止服务的公告是工作记录，对外列在“个人信息保护说明”中' },
      erased: { staysZh: '谁在何时公告停止服务，只有编号', ofStaff: true },
    },
  ],
};

/** What every room declares of persons: the areas' own first, then the ground's, which hangs from what is theirs. */
export function registryOf(areas: readonly AnyArea[]): Registry {
  const rooms = [
    ...areas.flatMap(({ name, personal, nouns = [] }) =>
      personal ? [{ name, personal, nouns: nouns.map(({ table }) => table) }] : [],
    ),
    { name: 'cases', personal: casesPersonal(lifecyclesOf(areas)), nouns: [] },
    { name: 'telling', personal: tellingPersonal, nouns: [] },
    { name: 'platform', personal: platformPersonal, nouns: [] },
    { name: 'rights', personal: own, nouns: [] },
  ];
  return {
    rooms,
    personal: rooms.map(({ personal }) => personal),
    holders: areas.flatMap(({ consents = [] }) => consents),
  };
}

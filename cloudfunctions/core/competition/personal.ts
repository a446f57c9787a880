import type { Personal } from '../platform/personal/personal';

const work = {
  handed: { notZh: '发布和修改大赛规则的工作记录' },
  erased: { staysZh: '谁发布、修改过大赛规则，只有编号', ofStaff: true },
} as const;

/** Of the frame only who wrote it is known. */
export const competitionPersonal: Personal = {
  tables: [
    { table: 'edition_part', persons: ['saved_by'], ...work },
    { table: 'blueprint_version', persons: ['published_by'], ...work },
    { table: 'contest_change', persons: ['by_person'], ...work },
  ],
};

import { seedId } from './editions';

/** The demo's organisations; all names are demonstration. */
export const trainingSchool = {
  id: seedId(900),
  kind: 'trainer',
  name_zh: '演示创业培训学校',
  region_id: '141002',
  active: true,
};

export const incubator = {
  id: seedId(910),
  kind: 'incubator',
  name_zh: '尧都创业孵化基地（演示）',
  region_id: null,
  active: true,
};

export const dramaBase = {
  id: seedId(911),
  kind: 'incubator',
  name_zh: '微短剧基地（演示）',
  region_id: null,
  active: true,
};

const lending = {
  guarantor: { id: seedId(920), kind: 'guarantor', name_zh: '演示融资担保中心', region_id: null, active: true },
  'bank-1': { id: seedId(921), kind: 'bank', name_zh: '演示银行一', region_id: null, active: true },
  'bank-2': { id: seedId(922), kind: 'bank', name_zh: '演示银行二', region_id: null, active: true },
} as const;

export type LendingOrganisation = keyof typeof lending;

export const organisationId = (organisation: LendingOrganisation): string => lending[organisation].id;

export const organisations = [trainingSchool, incubator, dramaBase, ...Object.values(lending)] as const;

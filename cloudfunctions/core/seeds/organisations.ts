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

export const organisations = [trainingSchool, incubator, dramaBase] as const;

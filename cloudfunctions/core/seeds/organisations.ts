import { seedId } from './editions';

/** The demo's organisations; all names are demonstration. */
export const trainingSchool = {
  id: seedId(900),
  kind: 'trainer',
  name_zh: '演示创业培训学校',
  region_id: '141002',
  active: true,
};

export const organisations = [trainingSchool] as const;

/** The parts of the entry form, in the order of the task list (rules §2.2a). */
export const sectionNames = ['project', 'leader', 'entity', 'team', 'jobs', 'materials', 'declaration'] as const;
export type SectionName = (typeof sectionNames)[number];

export const sectionZh: Record<SectionName, string> = {
  project: '项目情况',
  leader: '项目负责人',
  entity: '经营主体',
  team: '团队成员',
  jobs: '带动就业',
  materials: '参赛材料',
  declaration: '承诺与授权',
};

/** The entity's part is asked only of groups that are registered. */
export const sectionsFor = (registered: boolean): SectionName[] =>
  sectionNames.filter((name) => name !== 'entity' || registered);

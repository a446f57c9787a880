import { link } from '../../routes';
import type { SectionName } from '../sections';

/** The page on which a part that was returned is put right, with what is wrong pointed out on arrival. */
export const faultLink = (entryId: string, section: SectionName, field?: string): string =>
  section === 'team' || section === 'materials'
    ? link(`entry/${section}`, { entryId })
    : link('entry/section', { entryId, section, check: '1', at: field ?? null });

/** What becomes of the other parts and of the entry after a correction, as one sentence. */
export const afterCorrectionZh = (faults: number, regionZh: string, reReview: number): string =>
  `只需改这 ${faults} 处，其余内容已锁定。改好提交后，${regionZh}审核人员在 ${reReview} 个工作日内复审。`;

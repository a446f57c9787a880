import type { Tone } from '../../../ui/tone';
import type { SectionView } from '../entry-view';

/** How far a part of the form is, in words. */
export const statuses: Record<SectionView['status'], { zh: string; tone: Tone }> = {
  notStarted: { zh: '未开始', tone: 'neutral' },
  unfinished: { zh: '填写中', tone: 'info' },
  done: { zh: '已完成', tone: 'pass' },
  returned: { zh: '需要补正', tone: 'warn' },
};

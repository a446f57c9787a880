import { link } from '../../routes';
import { type EntryNotice, sampleReview } from '../notice';
import { named, reviewBy } from '../notice-phrases';

export const entryTransferredStaff: EntryNotice = {
  notice: 'entry.transferred.staff',
  event: 'entry.transferred',
  audience: 'regionStaff',
  title: '有项目转入待受理',
  body: (entry) => `${named(entry)}由${entry.fromRegionZh}转入“${entry.trackZh}”赛道。${reviewBy(entry)}点开看理由。`,
  link: ({ entryId }) => link('staff/review', { entryId }),
  sample: { ...sampleReview, regionZh: '尧都区', fromRegionZh: '蒲县', trackZh: '乡村振兴' },
};

import { named } from '../../entry/notice-phrases';
import { link } from '../../routes';
import { type AwardsNotice, sampleClaim } from '../notice';

/** For the others of the team; its winner hears of it with what it opens (`award.passport`). */
export const awardConfirmed: AwardsNotice = {
  notice: 'award.confirmed',
  event: 'award.confirmed',
  audience: 'teammates',
  title: ({ awardZh }) => `您参加的项目获${awardZh}`,
  body: ({ title, awardZh }) => `${named({ title })}获${awardZh}，名单已公布。`,
  link: ({ entryId }) => link('entry/status', { entryId }),
  sample: sampleClaim,
};

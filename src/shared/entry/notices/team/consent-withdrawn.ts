import { link } from '../../../routes';
import { type EntryNotice, sampleEntry } from '../../notice';
import { named } from '../../notice-phrases';

export const consentWithdrawn: EntryNotice = {
  notice: 'consent.withdrawn',
  event: 'consent.withdrawn',
  audience: 'regionStaff',
  title: '有人撤回了同意',
  body: (entry) => `${named(entry)}有人撤回了“${entry.consentZh}”，相关内容已删除。请不要再使用已抄录、下载的部分。`,
  link: () => link('staff/queue'),
  sample: { ...sampleEntry, consentZh: '同意处理身份证号、手机号等个人信息' },
};

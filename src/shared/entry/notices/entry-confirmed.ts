import { link } from '../../routes';
import { type EntryNotice, sampleEntry } from '../notice';
import { named } from '../notice-phrases';

/** The person took over what a clerk filled in for them at the counter. */
export const entryConfirmed: EntryNotice = {
  notice: 'entry.confirmed',
  event: 'entry.confirmed',
  audience: 'helper',
  title: () => '柜台代填已由本人确认',
  body: (entry) => `${named(entry)}已由本人确认，由其继续填写和提交，您不用再办理。`,
  link: () => link('staff/counter'),
  sample: { ...sampleEntry, helperId: '01930000-0000-7000-8000-000000000002' },
};

import { momentZh } from '@shared/kernel/moment-words';
import { KeyValue } from '../../../ui/lists/key-value';
import { Section } from '../../../ui/section';
import type { ApplicationView } from './application-view';

/** What offices told with their moves, of which this reader sees something. */
export function Records({ records }: { records: ApplicationView['records'] }) {
  return records.map(({ zh, at, lines }) => (
    <Section key={at ?? zh} title={zh} aside={at === null ? undefined : momentZh(at)}>
      <KeyValue items={lines.map(({ label, value }) => ({ label, value }))} />
    </Section>
  ));
}

import { dayEndZh } from '../../../client/day-words';
import { go } from '../../../client/go';
import { ListRow } from '../../../ui/lists/list-row';
import { Section } from '../../../ui/section';
import { Tag } from '../../../ui/tag';
import type { Board } from './board';

/** Agreements that end soon, the first first. */
export function Soon({ board: { endings } }: { board: Board }) {
  if (endings.length === 0) return null;
  return (
    <Section title={`${endings.length} 处协议快到期`}>
      {endings.map(({ applicationId, placeZh, lastDay, daysLeft }) => (
        <ListRow
          key={applicationId}
          id={`ending-${applicationId}`}
          title={placeZh}
          detail={`协议到${dayEndZh(lastDay)}`}
          aside={<Tag tone="warn">{daysLeft === 0 ? '今天' : `还剩 ${daysLeft} 天`}</Tag>}
          onTap={() => go('staff/application', { applicationId })}
        />
      ))}
    </Section>
  );
}

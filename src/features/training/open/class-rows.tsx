import { fromRfc3339 } from '@shared/kernel/shanghai';
import { dayZh, formatDayZh } from '../../../client/day-words';
import { go } from '../../../client/go';
import { serverNow } from '../../../client/server-clock';
import { ListRow } from '../../../ui/lists/list-row';
import { Tag } from '../../../ui/tag';
import type { ClassHead } from '../class-view';

/** How many seats there are, in words. */
export const seatsZh = ({ free, capacity, waiting }: Pick<ClassHead, 'free' | 'capacity' | 'waiting'>): string =>
  free > 0 && waiting === 0 ? `还有 ${free} 个名额（共 ${capacity} 个）` : `${capacity} 个名额已满，${waiting} 人候补`;

/** It has not begun: a seat of it is of use. */
export const isAhead = ({ live, startsAt }: Pick<ClassHead, 'live' | 'startsAt'>): boolean =>
  live && (fromRfc3339(startsAt) ?? 0) > serverNow();

/** Classes, each with when, how long and whether there is room. */
export const ClassRows = ({ classes, to }: { classes: readonly ClassHead[]; to: 'policy/class' | 'staff/class' }) => (
  <>
    {classes.map((each) => (
      <ListRow
        key={each.classId}
        id={`class-${each.classId}`}
        title={each.title}
        detail={[
          `${dayZh(each.startsAt)}至${formatDayZh(each.lastDay)}，${each.hours} 课时`,
          isAhead(each) ? seatsZh(each) : each.organisationZh,
        ].join('；')}
        aside={<Tag tone={each.tone}>{each.stateZh}</Tag>}
        onTap={() => go(to, { classId: each.classId })}
      />
    ))}
  </>
);

import { View } from '@tarojs/components';
import { untilZh } from '../../../client/day-words';
import { Digits } from '../../../ui/digits';
import { Empty } from '../../../ui/empty';
import { ListRow } from '../../../ui/lists/list-row';
import { Section } from '../../../ui/section';
import { Tag } from '../../../ui/tag';
import type { ClassDeskView } from '../class-view';

export type ClassPerson = ClassDeskView['people'][number];

/** How the trainer calls somebody: by name once a seat is theirs. */
export const calledZh = ({ name, seat }: ClassPerson): string => name ?? (seat === null ? '候补' : '还没有填姓名');

/** Who is in the class, then who stands in line for it. */
export function People({ view: { people } }: { view: ClassDeskView }) {
  const seated = people.filter(({ seat }) => seat !== null);
  const line = people.filter(({ seat }) => seat === null);
  return (
    <>
      <Section title="名单" aside={`${seated.length} 人`}>
        {seated.length === 0 ? <Empty title="还没有人报名" /> : null}
        {seated.map((one) => (
          <ListRow
            key={one.enrolmentId}
            id={`person-${one.enrolmentId}`}
            title={`${one.seat}. ${calledZh(one)}`}
            detail={
              <>
                {one.phoneMasked === null ? null : <Digits>{one.phoneMasked}</Digits>}
                {one.offerEndsAt === null ? null : <View>{`名额留到${untilZh(one.offerEndsAt)}`}</View>}
                {one.voucher ? <View>用培训券</View> : null}
              </>
            }
            aside={<Tag tone={one.tone}>{one.stateZh}</Tag>}
          />
        ))}
      </Section>
      {line.length === 0 ? null : (
        <Section title="候补" aside={`${line.length} 人`}>
          {line.map((one, i) => (
            <ListRow
              key={one.enrolmentId}
              id={`line-${one.enrolmentId}`}
              title={`第 ${i + 1} 位`}
              detail="有名额后显示姓名"
              aside={one.rankZh}
            />
          ))}
        </Section>
      )}
    </>
  );
}

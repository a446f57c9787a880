import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { isMeant, offeredOf } from '../../../patterns/cases/offered';
import { Button } from '../../../ui/button';
import { Segmented } from '../../../ui/fields/segmented';
import { ListRow } from '../../../ui/lists/list-row';
import { Notice } from '../../../ui/notice';
import { Section } from '../../../ui/section';
import { Tag } from '../../../ui/tag';
import type { ClassDeskView } from '../class-view';
import { type ClassPerson, calledZh } from './people';

const verdicts = [
  { value: 'open', zh: '未评' },
  { value: 'pass', zh: '合格' },
  { value: 'fail', zh: '不合格' },
] as const;
type Verdict = (typeof verdicts)[number]['value'];
const verdictOf = (passed: boolean | null): Verdict => (passed === null ? 'open' : passed ? 'pass' : 'fail');
const passedOf: Readonly<Record<Verdict, boolean | null>> = { open: null, pass: true, fail: false };

/** Hours, plan and test of everybody, and the end of the class. */
export function Completion({ view }: { view: ClassDeskView }) {
  const { classId, version, people, hours, hoursNeeded: needed, unfinishedZh, moves } = view;
  const finish = useChange(api.training.finish, touches.training);
  const offered = offeredOf(moves, 'finish');
  const seated = people.filter(({ seat, offerEndsAt }) => seat !== null && offerEndsAt === null);
  return (
    <Section title="结业" aside={`满 ${needed} 课时`}>
      {seated.map((one) => (
        <View key={one.enrolmentId}>
          <ListRow
            id={`done-${one.enrolmentId}`}
            title={`${one.seat}. ${calledZh(one)}`}
            detail={`到课 ${one.hours}/${hours} 课时`}
            aside={
              one.live ? (
                <Tag tone={one.hours >= needed ? 'pass' : 'neutral'}>{one.hours >= needed ? '课时够' : '课时未满'}</Tag>
              ) : (
                <Tag tone={one.tone}>{one.stateZh}</Tag>
              )
            }
          />
          {offered !== null && one.hours >= needed ? <Judged view={view} one={one} /> : null}
        </View>
      ))}
      {offered === null ? null : (
        <>
          {unfinishedZh === null ? null : <Notice tone="info">{unfinishedZh}</Notice>}
          {finish.failure ? <Notice tone="error">{finish.failure.message}</Notice> : null}
          <Button
            id="finish"
            busy={finish.busy}
            disabled={unfinishedZh !== null}
            onTap={async () => {
              if (await isMeant(offered)) await finish.run({ classId, version });
            }}
          >
            {offered.label}
          </Button>
        </>
      )}
    </Section>
  );
}

function Judged({ view, one }: { view: ClassDeskView; one: ClassPerson }) {
  const { classId, needsPlan, needsTest } = view;
  const judge = useChange(api.training.judge, touches.training);
  const { enrolmentId, plan, test } = one;
  return (
    <>
      {needsPlan ? (
        <Segmented
          id={`plan-${enrolmentId}`}
          label={`${calledZh(one)}的创业计划书`}
          options={verdicts.map(({ value, zh }) => ({ value, zh: `计划书${zh}` }))}
          value={verdictOf(plan)}
          onChange={(value) => void judge.run({ classId, enrolmentId, plan: passedOf[value], test })}
        />
      ) : null}
      {needsTest ? (
        <Segmented
          id={`test-${enrolmentId}`}
          label={`${calledZh(one)}的结业考核`}
          options={verdicts.map(({ value, zh }) => ({ value, zh: `考核${zh}` }))}
          value={verdictOf(test)}
          onChange={(value) => void judge.run({ classId, enrolmentId, plan, test: passedOf[value] })}
        />
      ) : null}
      {judge.failure ? <Notice tone="error">{judge.failure.message}</Notice> : null}
    </>
  );
}

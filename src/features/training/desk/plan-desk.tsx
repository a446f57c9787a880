import { isBlank } from '@shared/kernel/typed/unseen';
import { link } from '@shared/routes';
import type { HalfDay } from '@shared/training/half-day';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useAsk } from '../../../client/cache/use-ask';
import { useChange } from '../../../client/cache/use-change';
import { goInstead } from '../../../client/go';
import { FormPage } from '../../../patterns/asked-form';
import { AskedPage } from '../../../patterns/asked-page';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { Card } from '../../../ui/card';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { NumberField } from '../../../ui/fields/number-field';
import { TextField } from '../../../ui/fields/text-field';
import { Notice } from '../../../ui/notice';
import { type ClassDeskView, useClassDesk } from '../class-view';
import { HalfDaysField } from './half-days-field';

type Choices = Awaited<ReturnType<typeof api.training.planChoices>>;

/** A class is planned, by its trainer or for a topic; or one that stands gets another time. */
export function PlanDesk({ classId, topicId }: { classId: string; topicId: string }) {
  return classId === '' ? <NewPlan topicId={topicId} /> : <Reschedule classId={classId} />;
}

function NewPlan({ topicId }: { topicId: string }) {
  const ask = useAsk(['training', 'planChoices'], () => api.training.planChoices({}));
  return (
    <AskedPage ask={ask} here={link('staff/class-plan', { topicId })} missing="没有找到培训机构">
      {(choices) => <PlanForm choices={choices} topicId={topicId} />}
    </AskedPage>
  );
}

function PlanForm({ choices, topicId }: { choices: Choices; topicId: string }) {
  const demanded = topicId !== '';
  const courses = choices.courses.filter(({ onDemand }) => onDemand === demanded);
  const onlyCourse = courses.length === 1 ? courses[0]?.value : undefined;
  const onlyOrganisation = choices.organisations.length === 1 ? choices.organisations[0]?.value : undefined;
  const form = useTypedForm('class-plan', topicId);
  const [course, setCourse] = form.field('course', onlyCourse ?? '');
  const [organisationId, setOrganisationId] = form.field('organisationId', onlyOrganisation ?? '');
  const [title, setTitle] = form.field('title', '');
  const [room, setRoom] = form.field('room', '');
  const [capacity, setCapacity] = form.field<number | null>('capacity', choices.capacityMax);
  const [halfDays, setHalfDays] = form.field<HalfDay[]>('halfDays', []);
  const propose = useChange(api.training.proposeClass, touches.training);
  const open = useChange(api.training.openTopic, touches.training);
  const chosen = courses.find(({ value }) => value === course);
  const errors = useFieldErrors(propose.failure ?? open.failure, {
    course: course === '' && '请选择课程',
    organisationId: organisationId === '' && '请选择培训机构',
    title: isBlank(title) && '请填写班名',
    room: isBlank(room) && '请填写地点',
    capacity: capacity === null && '请填写人数',
    halfDays: halfDays.length === 0 && '请填写上课时间',
  });
  const send = async () => {
    const plan = { organisationId, course, title, room, capacity: capacity ?? 0, halfDays };
    const made = demanded ? await open.run({ topicId, ...plan }) : await propose.run(plan);
    if (!made) return;
    form.sent();
    await goInstead('staff/class', { classId: made.classId });
  };
  return (
    <FormPage
      title={demanded ? '为定制主题开班' : '开新班'}
      errors={errors}
      button={{ id: 'plan-send', zh: demanded ? '开班' : '提交市级确认', busy: propose.busy || open.busy }}
      onSend={send}
    >
      <Notice tone="info">
        {demanded
          ? '开班后通知所有记下的人，名额按顺序留给他们，每人 24 小时内接受。'
          : '市级确认后开放报名。课时和人数按课程规定核对。'}
      </Notice>
      <Card>
        <ChoiceField
          id="field-course"
          label="课程"
          hint={chosen ? `至少 ${chosen.hoursMin} 课时；${chosen.sourceZh}` : undefined}
          options={courses}
          value={course}
          onChange={setCourse}
          error={errors.of('course')}
        />
        <ChoiceField
          id="field-organisationId"
          label="培训机构"
          options={choices.organisations}
          value={organisationId}
          onChange={setOrganisationId}
          error={errors.of('organisationId')}
        />
        <TextField
          id="field-title"
          label="班名"
          value={title}
          onChange={setTitle}
          max={40}
          error={errors.of('title')}
        />
        <TextField id="field-room" label="地点" value={room} onChange={setRoom} max={60} error={errors.of('room')} />
        <NumberField
          id="field-capacity"
          label="人数"
          hint={`每班最多 ${choices.capacityMax} 人`}
          unit="人"
          value={capacity}
          onChange={setCapacity}
          error={errors.of('capacity')}
        />
      </Card>
      <HalfDaysField value={halfDays} onChange={setHalfDays} error={errors.of('halfDays')} />
    </FormPage>
  );
}

function Reschedule({ classId }: { classId: string }) {
  const ask = useClassDesk(classId);
  return (
    <AskedPage ask={ask} here={link('staff/class-plan', { classId })} missing="没有找到这个培训班">
      {(view) => <RescheduleForm view={view} />}
    </AskedPage>
  );
}

function RescheduleForm({ view }: { view: ClassDeskView }) {
  const { classId, version } = view;
  const form = useTypedForm('reschedule', classId);
  const [room, setRoom] = form.field('room', view.room);
  const [halfDays, setHalfDays] = form.field<HalfDay[]>(
    'halfDays',
    view.days.map(({ day, half, hours }) => ({ day, half, hours })),
  );
  const change = useChange(api.training.reschedule, touches.training);
  const errors = useFieldErrors(change.failure, {
    room: isBlank(room) && '请填写地点',
    halfDays: halfDays.length === 0 && '请填写上课时间',
  });
  return (
    <FormPage
      title="改时间地点"
      errors={errors}
      button={{ id: 'plan-send', zh: '改好并通知学员', busy: change.busy }}
      onSend={async () => {
        if (!(await change.run({ classId, version, room, halfDays }))) return;
        form.saved();
        await goInstead('staff/class', { classId });
      }}
    >
      <Card>
        <TextField id="field-room" label="地点" value={room} onChange={setRoom} max={60} error={errors.of('room')} />
      </Card>
      <HalfDaysField value={halfDays} onChange={setHalfDays} error={errors.of('halfDays')} />
    </FormPage>
  );
}

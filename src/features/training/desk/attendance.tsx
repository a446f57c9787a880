import { momentZh } from '@shared/kernel/moment-words';
import { isBlank } from '@shared/kernel/typed/unseen';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { go } from '../../../client/go';
import { AskedForm } from '../../../patterns/asked-form';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { Button } from '../../../ui/button';
import { CheckRow } from '../../../ui/fields/check-row';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { TextArea } from '../../../ui/fields/text-area';
import { Notice } from '../../../ui/notice';
import { Section } from '../../../ui/section';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { toast } from '../../../ui/sheets/toast';
import type { ClassDeskView } from '../class-view';
import { halfDayZh } from '../half-day-words';
import { calledZh } from './people';

type Day = ClassDeskView['days'][number];

/** Who was there, half-day by half-day: the trainer's list, helped by the code on the screen. */
export function Attendance({ view }: { view: ClassDeskView }) {
  const { days } = view;
  const now = days.find(({ coded }) => coded) ?? days.find(({ savedAt }) => savedAt === null) ?? days[0];
  const [n, setN] = useState(String(now?.n ?? 1));
  const day = days.find((each) => String(each.n) === n);
  return (
    <Section title="考勤">
      <ChoiceField
        id="field-day"
        label="哪个半天"
        options={days.map((each) => ({
          value: String(each.n),
          zh: `${halfDayZh(each)}（${each.savedAt === null ? '未登记' : `到课 ${each.present.length} 人`}）`,
        }))}
        value={n}
        onChange={setN}
      />
      {day === undefined ? null : <DayList key={`${day.n}-${day.version}`} view={view} day={day} />}
    </Section>
  );
}

function DayList({ view: { classId, people, holds }, day }: { view: ClassDeskView; day: Day }) {
  const seated = people.filter(({ seat, offerEndsAt }) => seat !== null && offerEndsAt === null);
  const kept = day.savedAt !== null;
  const form = useTypedForm('attendance', `${classId}:${day.n}`);
  const stands = kept ? day.present : day.typed;
  const fieldOf = (id: string) => form.field(`present-${id}`, stands.includes(id));
  const everyone = [...new Set([...stands, ...seated.map(({ enrolmentId }) => enrolmentId)])];
  const present = everyone.filter((id) => fieldOf(id)[0]);
  const [reason, setReason] = form.field('reason', '');
  const save = useChange(api.training.saveAttendance, touches.training);
  const changed = kept && seated.some(({ enrolmentId: id }) => present.includes(id) !== day.present.includes(id));
  const errors = useFieldErrors(save.failure, { reason: changed && isBlank(reason) && '请写明更正的原因' });
  const shut = !holds || day.shutZh !== null;
  const isSure = async (): Promise<boolean> => {
    if (present.length > 0) return true;
    const body = `${halfDayZh(day)}，${seated.length} 人都记为没有到课。登记后只能当天更正。`;
    return confirmDanger({ title: '没有一个人到课', body, confirm: '登记' });
  };
  const send = async () => {
    if (!(await isSure())) return;
    if (await save.run({ classId, n: day.n, version: day.version, present, reason })) {
      form.saved();
      toast('已登记');
    }
  };
  const list = seated.map((one) => (
    <CheckRow
      key={one.enrolmentId}
      id={`present-${one.enrolmentId}`}
      label={`${one.seat}. ${calledZh(one)}`}
      {...(day.typed.includes(one.enrolmentId) ? { hint: '已输签到码' } : {})}
      checked={present.includes(one.enrolmentId)}
      disabled={shut}
      onChange={fieldOf(one.enrolmentId)[1]}
    />
  ));
  return (
    <>
      {day.savedAt === null ? null : (
        <View className="xh-row-detail">{`${momentZh(day.savedAt)} 登记。只能当天更正，更正写明原因。`}</View>
      )}
      {day.shutZh === null || !holds ? null : <Notice tone="info">{day.shutZh}</Notice>}
      {holds && day.coded ? (
        <Button id="to-code" kind="secondary" onTap={() => go('staff/class-code', { classId, n: String(day.n) })}>
          在屏幕上显示签到码
        </Button>
      ) : null}
      {shut ? (
        list
      ) : (
        <AskedForm
          errors={errors}
          button={{
            id: 'save-attendance',
            zh: kept ? '更正考勤' : `登记：到课 ${present.length} 人`,
            busy: save.busy,
            disabled: kept && !changed,
          }}
          onSend={send}
        >
          {list}
          <View>
            {changed ? (
              <TextArea
                id="field-reason"
                label="更正的原因"
                value={reason}
                onChange={setReason}
                max={200}
                error={errors.of('reason')}
              />
            ) : null}
          </View>
        </AskedForm>
      )}
    </>
  );
}

import { toDigits } from '@shared/people/web-sign-in';
import { orderZh } from '@shared/training/enrolment/priority';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { untilZh } from '../../../client/day-words';
import { saveFile } from '../../../client/uploads/save-file';
import { AskedForm } from '../../../patterns/asked-form';
import { offeredOf } from '../../../patterns/cases/offered';
import { WayOut } from '../../../patterns/cases/way-out';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/fields/text-field';
import { KeyValue } from '../../../ui/lists/key-value';
import { Notice } from '../../../ui/notice';
import { Progress } from '../../../ui/progress';
import { Section } from '../../../ui/section';
import { toast } from '../../../ui/sheets/toast';
import { Tag } from '../../../ui/tag';
import type { ClassView, OwnPart } from '../class-view';
import { halfDayZh } from '../half-day-words';

/** One's own part in a class: where one stands, what is to be done, and the way out. */
export function OwnPartOf({ view, own }: { view: ClassView; own: OwnPart }) {
  const { stateZh, tone, place, rankZh, offerEndsAt, voucher, certificate } = own;
  return (
    <Section id="own" title="我的班" aside={<Tag tone={tone}>{stateZh}</Tag>}>
      {offerEndsAt === null ? null : (
        <Notice tone="warn" title="有名额为您留着">{`请在${untilZh(offerEndsAt)}前接受，过后留给下一位。`}</Notice>
      )}
      {place === null ? null : (
        <>
          <KeyValue items={[{ label: '候补', value: `第 ${place} 位（${rankZh}）` }]} />
          <View className="xh-row-detail">{`有名额时通知您，为您留 24 小时。${orderZh}`}</View>
        </>
      )}
      {voucher ? <KeyValue items={[{ label: '培训券', value: '已用于这次报名' }]} /> : null}
      {own.live && place === null && offerEndsAt === null ? <CheckIn view={view} /> : null}
      {own.hours > 0 || own.state === 'attending' || certificate !== null ? <Hours view={view} own={own} /> : null}
      {certificate === null ? null : <Certificate enrolmentId={own.enrolmentId} number={certificate} />}
      <Leave own={own} />
    </Section>
  );
}

const judgedZh = (passed: boolean | null): string => (passed === null ? '还没有结果' : passed ? '合格' : '不合格');

function Hours({ view, own }: { view: ClassView; own: OwnPart }) {
  const typed = own.typed.flatMap((n) => view.days[n - 1] ?? []);
  return (
    <>
      <Progress
        label="已到课"
        value={own.hours}
        max={view.hours}
        words={`${own.hours}/${view.hours} 课时，满 ${view.hoursNeeded} 课时可结业`}
      />
      <KeyValue
        items={[
          ...(view.needsPlan ? [{ label: '创业计划书', value: judgedZh(own.plan) }] : []),
          ...(view.needsTest ? [{ label: '结业考核', value: judgedZh(own.test) }] : []),
        ]}
      />
      {typed.length === 0 ? null : (
        <View className="xh-row-detail">{`${typed.map(halfDayZh).join('、')}已签到，以老师登记的为准。`}</View>
      )}
    </>
  );
}

/** The six digits on the room's screen. They help the trainer's list; whoever has no phone tells the trainer. */
function CheckIn({ view: { classId, days } }: { view: ClassView }) {
  const [code, setCode] = useState('');
  const check = useChange(api.training.checkIn, touches.training);
  const errors = useFieldErrors(check.failure, { code: toDigits(code).length !== 6 && '请输入 6 位数字' });
  const send = async () => {
    const done = await check.run({ classId, code });
    const day = done ? days[done.n - 1] : undefined;
    if (!day) return;
    setCode('');
    toast(`${halfDayZh(day)}已签到`);
  };
  return (
    <AskedForm
      errors={errors}
      button={{ id: 'check-in', zh: '签到', kind: 'secondary', busy: check.busy }}
      onSend={send}
    >
      <TextField
        id="field-code"
        label="签到码"
        type="phone"
        hint="教室屏幕上的 6 位数字，10 分钟内有效。不方便用手机的，告诉老师登记"
        required={false}
        value={code}
        onChange={setCode}
        error={errors.of('code')}
      />
    </AskedForm>
  );
}

function Certificate({ enrolmentId, number }: { enrolmentId: string; number: string }) {
  const hand = useChange(api.training.certificateFile, touches.nothing);
  const get = async () => {
    const file = await hand.run({ enrolmentId });
    if (file && !(await saveFile(file))) toast('文件没有保存，请重试');
  };
  return (
    <>
      <KeyValue items={[{ label: '结业证书', value: number }]} />
      {hand.failure ? <Notice tone="error">{hand.failure.message}</Notice> : null}
      <Button id="certificate-file" kind="secondary" busy={hand.busy} onTap={get}>
        下载证书
      </Button>
    </>
  );
}

function Leave({ own: { enrolmentId, version, moves } }: { own: OwnPart }) {
  const cancel = useChange(api.training.cancel, touches.training);
  return (
    <WayOut
      id="cancel"
      offered={offeredOf(moves, 'cancel')}
      about="不去了请尽早取消，名额留给别人。"
      failure={cancel.failure}
      onMeant={() => cancel.run({ enrolmentId, version })}
    />
  );
}

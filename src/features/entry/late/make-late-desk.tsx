import { mostLateUses } from '@shared/entry/late/late-code';
import { addDays, fromRfc3339, shanghaiDate } from '@shared/kernel/shanghai';
import { isBlank } from '@shared/kernel/typed/unseen';
import { link } from '@shared/routes';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { deadlineZh, untilZh } from '../../../client/day-words';
import { goInstead } from '../../../client/go';
import { serverNow } from '../../../client/server-clock';
import { AskedPage } from '../../../patterns/asked-page';
import { MadeCodePage } from '../../../patterns/codes/made-code-page';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Empty } from '../../../ui/empty';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { DateField } from '../../../ui/fields/date-field';
import { NumberField } from '../../../ui/fields/number-field';
import { TextArea } from '../../../ui/fields/text-area';
import { Page } from '../../../ui/page';
import { useLateChoices } from './late-codes-desk';

type Contest = Awaited<ReturnType<typeof api.entry.lateChoices>>['contests'][number];
type Made = { code: string; endsAt: string; regionZh: string; uses: number };

/** Makes a late code: for which contest and track, until when, for how many people, and why. */
export function MakeLateDesk() {
  const choices = useLateChoices();
  const [made, setMade] = useState<Made | null>(null);
  return (
    <AskedPage ask={choices} here={link('staff/late-code')} missing="您不能发补报码">
      {({ contests }) =>
        made ? (
          <MadeLate made={made} />
        ) : contests.length === 0 ? (
          <Page title="发补报码">
            <Empty title="您不能发补报码" hint="补报码由市级统筹人员发出；市级允许的，审核负责人也可以发。" />
          </Page>
        ) : (
          <LateForm contests={contests} onMade={setMade} />
        )
      }
    </AskedPage>
  );
}

const anyTrack = 'any';

function LateForm({ contests, onMade }: { contests: readonly Contest[]; onMade: (made: Made) => void }) {
  const make = useChange(api.entry.makeLateCode, touches.entry);
  const form = useTypedForm('late-code');
  const [contestId, setContest] = form.field('contestId', contests.length === 1 ? (contests[0]?.contestId ?? '') : '');
  const [trackCode, setTrack] = form.field('trackCode', anyTrack);
  const [lastDay, setLastDay] = form.field('lastDay', '');
  const [uses, setUses] = form.field<number | null>('uses', 1);
  const [reason, setReason] = form.field('reason', '');
  const contest = contests.find((each) => each.contestId === contestId);
  const errors = useFieldErrors(make.failure, {
    contestId: contestId === '' && '请选择县（市、区）',
    trackCode: null,
    lastDay: lastDay === '' && '请选择补报的最后一天',
    uses: uses === null && '请填写人数',
    reason: isBlank(reason) && '请写明理由',
  });
  async function send(): Promise<void> {
    if (!errors.complete() || !contest || uses === null) return;
    const track = trackCode === anyTrack ? null : trackCode;
    const answer = await make.run({ contestId, trackCode: track, lastDay, uses, reason });
    if (!answer) return;
    form.sent();
    onMade({ ...answer, regionZh: contest.regionZh, uses });
  }
  return (
    <Page
      title="发补报码"
      refused={errors.general}
      action={
        <Button id="make" busy={make.busy} onTap={send}>
          生成补报码
        </Button>
      }
    >
      <Card>
        {contests.length > 1 ? (
          <ChoiceField
            id="field-contestId"
            label="县（市、区）"
            options={contests.map((each) => ({ value: each.contestId, zh: each.regionZh }))}
            value={contestId}
            onChange={(value) => {
              setContest(value);
              setTrack(anyTrack);
            }}
            error={errors.of('contestId')}
          />
        ) : null}
        <ChoiceField
          id="field-trackCode"
          label="赛道"
          options={[
            { value: anyTrack, zh: '不限赛道' },
            ...(contest?.tracks ?? []).map(({ code, zh }) => ({ value: code, zh })),
          ]}
          value={trackCode}
          onChange={setTrack}
          error={errors.of('trackCode')}
        />
        <DateField
          id="field-lastDay"
          label="补报到哪天"
          hint={hintOf(contest)}
          from={shanghaiDate(serverNow())}
          {...(contest?.latestEnd ? { to: dayBefore(contest.latestEnd) } : {})}
          value={lastDay}
          onChange={setLastDay}
          error={errors.of('lastDay')}
        />
        <NumberField
          id="field-uses"
          label="几个人可以用"
          hint={`最多 ${mostLateUses} 人，每人只能用一次`}
          unit="人"
          value={uses}
          onChange={setUses}
          error={errors.of('uses')}
        />
        <TextArea
          id="field-reason"
          label="理由"
          hint="参赛者和审核人员会在办理过程中看到，监督员也能看到"
          max={100}
          value={reason}
          onChange={setReason}
          error={errors.of('reason')}
        />
      </Card>
    </Page>
  );
}

/** The last day that ends at an instant or before it. */
const dayBefore = (instant: string): string => addDays(shanghaiDate(fromRfc3339(instant) ?? 0), -1);

function hintOf(contest: Contest | undefined): string {
  if (!contest) return '当天也算在内';
  const review = contest.latestEnd === null ? '' : `，最迟到审核结束的${untilZh(contest.latestEnd)}`;
  return `当天也算在内，要晚于报名截止的${untilZh(contest.signUpClosesAt)}${review}`;
}

/** The code, this once. */
const MadeLate = ({ made: { code, endsAt, regionZh, uses } }: { made: Made }) => (
  <MadeCodePage
    id="late"
    zh="补报码"
    over={`${regionZh}赛场`}
    code={code}
    words={`${regionZh}赛场补报码：${code}。请打开“星火项目创业大赛”，登录后在“使用补报码”中输入，补报${deadlineZh(endsAt)}。`}
    whom="要补报的人"
    warning={`可供 ${uses} 人使用，补报${deadlineZh(endsAt)}。收到的人都能用，请只发给要补报的人；发错了可在列表中作废。`}
  >
    <Button id="to-late-codes" kind="text" onTap={() => goInstead('staff/late-codes')}>
      回到补报码列表
    </Button>
  </MadeCodePage>
);

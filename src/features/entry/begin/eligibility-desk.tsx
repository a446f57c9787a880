import { cutoffWords } from '@shared/competition/cutoff-words';
import { signUpWords } from '@shared/competition/phase-words';
import { oneEntryEach } from '@shared/entry/states';
import { papers } from '@shared/kernel/identity-paper';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { link } from '@shared/routes';
import { useEffect, useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { go, goInstead, signInHere } from '../../../client/go';
import { serverNow } from '../../../client/server-clock';
import { onLeaving } from '../../../client/session/leave-device';
import { useSessionHeld } from '../../../client/session/use-session-held';
import { sentenceOf } from '../../../client/transport/failure';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Empty } from '../../../ui/empty';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { DateField } from '../../../ui/fields/date-field';
import { RadioList } from '../../../ui/fields/radio-list';
import { ListRow } from '../../../ui/lists/list-row';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Tag } from '../../../ui/tag';
import { useContest, useHome } from '../entry-view';
import { OwnEntries } from '../progress/own-entries';
import { type Answers, findingsOf, noPaper, paperOf, unanswered, verdicts } from './findings';

const nothing: Answers = {
  contestId: '',
  trackCode: '',
  groupCode: '',
  birthDate: '',
  registrationDate: '',
  idKind: '',
};
/** Signing in leads away and back; what was answered before must not be asked twice. Held in memory only. */
let answeredBefore: Answers = nothing;
onLeaving(() => {
  answeredBefore = nothing;
});

/** Before the form: may I take part, where, in which track and group; each condition answered while one fills in. */
export function EligibilityDesk({ contestId }: { contestId: string }) {
  const home = useHome();
  const held = useSessionHeld();
  const [answers, setAnswers] = useState<Answers>(contestId === '' ? answeredBefore : { ...answeredBefore, contestId });
  const contest = useContest(answers.contestId);
  const start = useChange(api.entry.start, touches.entry);
  useEffect(() => {
    answeredBefore = answers;
  }, [answers]);

  const set = (more: Partial<Answers>) => setAnswers({ ...answers, ...more });
  const missing = unanswered(answers, contest.data);
  const { group, findings, better } = contest.data
    ? findingsOf(answers, contest.data, serverNow())
    : { group: null, findings: [], better: null };
  const fail = findings.find(({ verdict }) => verdict === 'fail');
  const errors = useFieldErrors(start.failure, missing);

  const begin = async () => {
    if (!errors.complete()) return;
    if (!held) return signInHere(link('entry/eligibility', { contestId: answers.contestId }));
    const { contestId: where, trackCode, groupCode } = answers;
    const begun = await start.run({ contestId: where, trackCode, groupCode });
    if (!begun) return;
    answeredBefore = nothing;
    await goInstead('entry/entry', { entryId: begun.entryId });
  };

  if (home.data && home.data.edition === null) {
    return (
      <Page>
        <Empty whole title="目前没有正在进行的大赛" hint="可以先看看扶持政策和往届结果。" />
      </Page>
    );
  }
  // Before a region is chosen, the timetable that the city set speaks for all.
  const signUp = contest.data ? contest.data.signUp : home.data?.phases.find(({ kind }) => kind === 'signUp');
  const closed = home.data && signUp?.state !== 'open' ? signUpWords(signUp, serverNow()) : null;
  const standing = closed ?? fail?.reason ?? null;
  // Until the contest is there nothing can be begun in it: a tap would be lost.
  const unsure = answers.contestId !== '' && contest.isPending;
  return (
    <Page
      title="报名条件自查"
      state={home.isPending ? 'loading' : home.error ? 'error' : 'ready'}
      error={sentenceOf(home.error)}
      onRetry={() => home.refetch()}
      action={
        <>
          {errors.general === null ? null : <Notice tone="error">{errors.general}</Notice>}
          {standing === null ? null : <Notice tone="error">{standing}</Notice>}
          {signUp?.state === 'closed' ? (
            <Button id="late" kind="secondary" onTap={() => go('entry/late')}>
              使用补报码
            </Button>
          ) : null}
          {closed === null && better ? (
            <Button id="take-group" kind="secondary" onTap={() => set({ groupCode: better.code })}>
              {`改选“${better.zh}”`}
            </Button>
          ) : null}
          <Button id="start" disabled={standing !== null || unsure} onTap={begin}>
            {held ? '开始填写' : '登录并开始填写'}
          </Button>
        </>
      }
    >
      {held ? <OwnEntries editionZh={home.data?.edition?.nameZh ?? ''} /> : null}
      <Notice tone="neutral">{oneEntryEach}</Notice>
      <Card>
        <ChoiceField
          id="field-contestId"
          label="在哪里报名"
          hint="选营业执照所在地或项目实际做事的地方，开发区内的选开发区"
          options={(home.data?.contests ?? []).map((each) => ({ value: each.contestId, zh: each.regionZh }))}
          value={answers.contestId}
          error={errors.of('contestId')}
          onChange={(value) => set({ contestId: value, trackCode: '' })}
        />
        {contest.data ? (
          <>
            {contest.data.signUp?.state === 'open' ? (
              <Notice tone="neutral">{signUpWords(contest.data.signUp, serverNow())}</Notice>
            ) : null}
            <RadioList
              id="field-trackCode"
              label="赛道"
              hint="按项目做的事选一类，每个项目只能报一个赛道"
              options={contest.data.tracks.map(({ code, zh }) => ({ value: code, zh }))}
              value={answers.trackCode}
              error={errors.of('trackCode')}
              onChange={(trackCode) => set({ trackCode })}
            />
            <RadioList
              id="field-groupCode"
              label="组别"
              hint={cutoffWords(contest.data.edition.cutoffDate)}
              options={contest.data.groups.map(({ code, zh, hintZh }) => ({ value: code, zh, hint: hintZh }))}
              value={answers.groupCode}
              error={errors.of('groupCode')}
              onChange={(groupCode) => set({ groupCode })}
            />
            <ChoiceField
              id="field-idKind"
              label="负责人的身份证件"
              hint="居民身份证以外的证件由审核人员核对"
              options={[
                ...contest.data.identityPapers.map((kind) => ({ value: kind, zh: papers[kind].zh })),
                { value: noPaper, zh: '以上都没有' },
              ]}
              value={paperOf(answers, contest.data)}
              onChange={(idKind) => set({ idKind })}
            />
            <DateField
              id="field-birthDate"
              label="负责人的出生日期"
              hint="只在本页用来判断，不会保存"
              value={answers.birthDate}
              to={shanghaiDate(serverNow())}
              error={errors.of('birthDate')}
              onChange={(birthDate) => set({ birthDate })}
            />
            {group?.registered ? (
              <DateField
                id="field-registrationDate"
                label="营业执照成立日期"
                hint="照抄营业执照上的“成立日期”"
                value={answers.registrationDate}
                to={shanghaiDate(serverNow())}
                error={errors.of('registrationDate')}
                onChange={(registrationDate) => set({ registrationDate })}
              />
            ) : null}
          </>
        ) : contest.error ? (
          <Notice tone="error">
            {sentenceOf(contest.error)}
            <Button id="contest-retry" kind="text" onTap={() => contest.refetch()}>
              重试
            </Button>
          </Notice>
        ) : null}
      </Card>
      {findings.length > 0 ? (
        <Card id="findings" title="参赛条件">
          {findings.map(({ code, zh, verdict, reason }) => (
            <ListRow
              key={code}
              id={`finding-${code}`}
              title={zh}
              detail={reason}
              aside={<Tag tone={verdicts[verdict].tone}>{verdicts[verdict].zh}</Tag>}
            />
          ))}
        </Card>
      ) : null}
    </Page>
  );
}

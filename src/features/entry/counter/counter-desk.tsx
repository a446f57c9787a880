import { leftZh } from '@shared/kernel/moment-words';
import { fromRfc3339 } from '@shared/kernel/shanghai';
import { isBlank } from '@shared/kernel/typed/unseen';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useAsk } from '../../../client/cache/use-ask';
import { useChange } from '../../../client/cache/use-change';
import { recentZh } from '../../../client/day-words';
import { go } from '../../../client/go';
import { serverNow } from '../../../client/server-clock';
import { AskedPage } from '../../../patterns/asked-page';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Empty } from '../../../ui/empty';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { RadioList } from '../../../ui/fields/radio-list';
import { TextField } from '../../../ui/fields/text-field';
import { ListRow } from '../../../ui/lists/list-row';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Tag } from '../../../ui/tag';

type Counter = Awaited<ReturnType<typeof api.entry.counterDrafts>>;
type Contest = Counter['contests'][number];

/** Where a clerk begins an entry for somebody who stands in front of them, and finds those that wait to be confirmed. */
export function CounterDesk() {
  const ask = useAsk(['entry', 'counterDrafts'], () => api.entry.counterDrafts({}));
  const [begins, setBegins] = useState(false);
  return (
    <AskedPage ask={ask} here={link('staff/counter')} missing="您不能代填报名">
      {({ contests, drafts }) =>
        begins ? (
          <Begin contests={contests} onBack={() => setBegins(false)} />
        ) : (
          <Page
            title={drafts.length === 0 ? '柜台代填' : `${drafts.length} 份等本人确认`}
            action={
              <Button id="begin-counter" onTap={() => setBegins(true)}>
                为来人填报名
              </Button>
            }
          >
            {drafts.length === 0 ? (
              <Empty title="没有等本人确认的报名" hint="参赛者到窗口来的，可以当面代填，再由其本人在手机上确认。" />
            ) : (
              <Card>
                {drafts.map((draft) => (
                  <ListRow
                    key={draft.entryId}
                    id={`counter-${draft.entryId}`}
                    title={draft.nameZh === '' ? draft.title : `${draft.nameZh}，${draft.title}`}
                    detail={`${draft.regionZh}，${recentZh(draft.begunAt)} 开始`}
                    aside={<Tag tone="warn">{leftOf(draft.endsAt)}</Tag>}
                    onTap={() => go('staff/hand-over', { entryId: draft.entryId })}
                  />
                ))}
              </Card>
            )}
            <Notice tone="neutral">
              7 天内没有本人确认的，连同已填内容和文件自动删除。您代填的项目由其他同事审核。
            </Notice>
          </Page>
        )
      }
    </AskedPage>
  );
}

const leftOf = (instant: string): string => leftZh(Math.max(1, (fromRfc3339(instant) ?? 0) - serverNow()));

function Begin({ contests, onBack }: { contests: readonly Contest[]; onBack: () => void }) {
  const begin = useChange(api.entry.beginCounter, touches.entry);
  const form = useTypedForm('counter');
  const [contestId, setContest] = form.field('contestId', contests.length === 1 ? (contests[0]?.contestId ?? '') : '');
  const [name, setName] = form.field('name', '');
  const [trackCode, setTrack] = form.field('trackCode', '');
  const [groupCode, setGroup] = form.field('groupCode', '');
  const contest = contests.find((each) => each.contestId === contestId);
  const errors = useFieldErrors(begin.failure, {
    contestId: contestId === '' && '请选择县（市、区）',
    name: isBlank(name) && '请填写来人的姓名',
    trackCode: trackCode === '' && '请选择赛道',
    groupCode: groupCode === '' && '请选择组别',
  });
  async function send(): Promise<void> {
    if (!errors.complete()) return;
    const answer = await begin.run({ contestId, name: name.trim(), trackCode, groupCode });
    if (!answer) return;
    form.sent();
    onBack();
    await go('entry/entry', { entryId: answer.entryId });
  }
  const shut = contest?.closed ?? null;
  return (
    <Page
      title="为来人填报名"
      over="柜台代填"
      action={
        <>
          {errors.general === null ? null : <Notice tone="error">{errors.general}</Notice>}
          {shut === null ? null : <Notice tone="error">{shut}</Notice>}
          <Button id="begin" busy={begin.busy} disabled={shut !== null} onTap={send}>
            开始填写
          </Button>
        </>
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
              setTrack('');
            }}
            error={errors.of('contestId')}
          />
        ) : null}
        <TextField
          id="field-name"
          label="来人的姓名"
          max={30}
          value={name}
          onChange={setName}
          error={errors.of('name')}
        />
        <RadioList
          id="field-trackCode"
          label="赛道"
          options={(contest?.tracks ?? []).map(({ code, zh }) => ({ value: code, zh }))}
          value={trackCode}
          onChange={setTrack}
          error={errors.of('trackCode')}
        />
        <RadioList
          id="field-groupCode"
          label="组别"
          options={(contest?.groups ?? []).map(({ code, zh, hintZh }) => ({ value: code, zh, hint: hintZh }))}
          value={groupCode}
          onChange={setGroup}
          error={errors.of('groupCode')}
        />
      </Card>
      <View className="xh-nothing">
        证件号码和手机号须本人同意后才能填：由本人确认后在自己手机上填，或先在纸质授权书上签字。
      </View>
      <Button
        id="back"
        kind="text"
        onTap={() => {
          form.sent();
          onBack();
        }}
      >
        先不填
      </Button>
    </Page>
  );
}

import { kindOf } from '@shared/benefits/kinds';
import { wasLent } from '@shared/benefits/kinds/guaranteed-loan/states';
import { momentZh } from '@shared/kernel/moment-words';
import { formatFullDateZh } from '@shared/kernel/shanghai';
import { termDeadlineZh } from '@shared/kernel/term-words';
import { View } from '@tarojs/components';
import { go } from '../../../client/go';
import { Story } from '../../../patterns/cases/story';
import { Card } from '../../../ui/card';
import { WorkingDayTicks } from '../../../ui/figures/working-day-ticks';
import { ListRow } from '../../../ui/lists/list-row';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { Tag } from '../../../ui/tag';
import { Lent } from '../lent/lent';
import { ApplicationFiles } from './application-files';
import type { ApplicationView } from './application-view';
import { Records } from './records';
import { Withdraw } from './withdraw';

type Station = ApplicationView['stations'][number];

/** How an application stands for its applicant: who has it and until when, what follows, what was decided and why. */
export function Progress({ view }: { view: ApplicationView }) {
  const { kindZh, regionZh, reference, stateZh, holderZh, timeline, stations, tone } = view;
  const page = kindOf(view.kind)?.page;
  const next = stations.find(({ standing }) => standing === 'ahead');
  const last = timeline[timeline.length - 1];
  // What falls due next is said by the loan itself.
  const lent = wasLent(view.state);
  const own = actsThemselves(view);
  return (
    <Page
      over={[kindZh, regionZh, reference].filter((each) => each !== null).join('，')}
      title={holderZh === null || lent || own ? stateZh : `现在由${holderZh}办理`}
    >
      {holderZh === null ? (
        <Notice tone={tone === 'warn' ? 'warn' : 'info'} title={stateZh}>
          {last?.reason ??
            `这份申报已办结。需要时可以在政策页重新申报${kindOf(view.kind)?.copies ? '，这次填的内容会带过去，加密保存的号码须重新填写' : ''}。`}
        </Notice>
      ) : lent ? null : (
        <Holder view={view} />
      )}
      {holderZh !== null && next ? (
        <View className="xh-row-detail">{`下一步：${withDays(next.zh, next)}。获奖项目排在前面，审批标准不变。`}</View>
      ) : null}
      {view.rankZh === null || holderZh === null || next === undefined ? null : (
        <View className="xh-row-detail">{`您的项目获${view.rankZh}，排队时在前；能否通过仍按同样的条件。`}</View>
      )}
      {page === undefined ? null : (
        <ListRow id="to-page" title={page.zh} onTap={() => go(page.route, { applicationId: view.applicationId })} />
      )}
      <Section title="谁办过，谁接着办">
        {stations.map(({ standing, ...station }, i) => (
          <ListRow
            key={station.zh}
            id={`station-${i}`}
            title={station.zh}
            detail={withDays(station.byZh, station)}
            aside={
              <Tag tone={standing === 'here' ? 'info' : standing === 'passed' ? 'pass' : 'neutral'}>
                {standing === 'here' && holderZh !== null ? '正在办' : standing === 'passed' ? '已办' : '未到'}
              </Tag>
            }
          />
        ))}
      </Section>
      {lent ? <Lent applicationId={view.applicationId} own /> : null}
      {view.own?.slots.some(({ open }) => open) ? (
        <ApplicationFiles applicationId={view.applicationId} own={view.own} />
      ) : null}
      <Records records={view.records} />
      <Judged view={view} />
      <Story items={timeline} />
      <Withdraw view={view} />
    </Page>
  );
}

/** Somebody or something with its days, which are working days but where it says otherwise. */
const withDays = (zh: string, { workdays, calendar }: Pick<Station, 'workdays' | 'calendar'>): string =>
  workdays === null ? zh : `${zh}，${workdays} ${calendar ? '天（含休息日）' : '个工作日'}`;

/** Whoever applied has to do something, though it lies with an office. */
const actsThemselves = ({ kind, state, waits }: ApplicationView): boolean =>
  waits === 'own' || kindOf(kind)?.clocks[state]?.reminds === true;

/** The documents that are asked for now and not sent yet. */
const papersAsked = ({ own }: ApplicationView): string[] =>
  (own?.slots ?? []).flatMap(({ code, zh, open, needed }) =>
    open && needed && own?.files.every(({ slot, state }) => slot !== code || state === 'refused') ? [zh] : [],
  );

function Holder({ view }: { view: ApplicationView }) {
  const { clock, holderZh, timeline } = view;
  const papers = papersAsked(view);
  const { dueDate, workdays, workdaysLeft, workdaysOver, reachedZh } = clock;
  const since = timeline[timeline.length - 1]?.at;
  return (
    <Card title={holderZh ?? ''} aside={since === undefined ? null : `${momentZh(since)} 起`}>
      {dueDate === null || workdays === null ? null : (
        <>
          <WorkingDayTicks
            total={workdays}
            left={workdaysLeft ?? 0}
            over={workdaysOver}
            words={termDeadlineZh(dueDate, clock)}
          />
          <View className="xh-row-detail">{reachedZh}</View>
        </>
      )}
      {view.contact === null ? null : (
        <View className="xh-row-detail">
          {[view.contact.deskZh, view.contact.phone, view.contact.addressZh].filter((each) => each !== '').join('，')}
        </View>
      )}
      {papers.length > 0 ? (
        <View>{`请在下面上传${papers.join('、')}。`}</View>
      ) : actsThemselves(view) ? null : (
        <View>您现在不用做什么。要补材料时会通知您，补材料的日子不计入。</View>
      )}
    </Card>
  );
}

/** Under which version of the policy it was judged as it was handed in; of a document without a number that it has none yet. */
function Judged({ view: { kind, judged } }: { view: ApplicationView }) {
  if (judged === null) return null;
  const { docNo, version, on, verdict } = judged;
  const under = docNo.includes('待补')
    ? `当时的政策（第 ${version} 版，${formatFullDateZh(on)}，文件的文号待补）`
    : `${docNo}（政策第 ${version} 版，${formatFullDateZh(on)}）`;
  const said = verdict === 'pass' ? '各项条件符合' : `有的条件由${checksZh(kind)}核对`;
  return <View className="xh-row-detail">{`提交时按${under}核对：${said}。`}</View>;
}

/** The office that checks what the answers leave open. */
function checksZh(kind: string): string {
  const desks = kindOf(kind)?.desks ?? [];
  return (desks.find(({ judged }) => judged === 'lines') ?? desks.find(({ watches }) => !watches))?.zh ?? '办理单位';
}

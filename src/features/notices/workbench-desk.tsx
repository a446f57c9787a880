import { signUpWords } from '@shared/competition/phase-words';
import { roles } from '@shared/kernel/actor';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { link } from '@shared/routes';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { api } from '../../client/api';
import { useAsk } from '../../client/cache/use-ask';
import { formatDateZh } from '../../client/day-words';
import { go, goSignIn, goTo } from '../../client/go';
import { heard, serverNow } from '../../client/server-clock';
import { signedIn } from '../../client/session/session';
import { useSessionHeld } from '../../client/session/use-session-held';
import { sentenceOf } from '../../client/transport/failure';
import { TodoRow } from '../../patterns/cases/todo-row';
import { Button } from '../../ui/button';
import { Empty } from '../../ui/empty';
import { ListRow } from '../../ui/lists/list-row';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { Tag } from '../../ui/tag';
import { DueStacks } from './due-stacks';
import { overdueOf, waitingFor, workbenchTitle } from './workbench-title';

type Workbench = Awaited<ReturnType<typeof api.notices.workbench>>;
type Todo = Workbench['waitsForMe'][number];

/** The first thing after signing in: what waits for me with its clock, what I wait for, and the queues I serve. */
export function WorkbenchDesk({ told }: { told?: ReactNode }) {
  const held = useSessionHeld();
  const ask = useAsk(['notices', 'workbench'], () => api.notices.workbench({}), held);
  usePullDownRefresh(async () => {
    if (signedIn()) await ask.refetch();
    Taro.stopPullDownRefresh();
  });
  if (!held) {
    return (
      <Page
        title="工作台"
        action={
          <Button id="sign-in" onTap={() => goSignIn(link('workbench'))}>
            登录
          </Button>
        }
      >
        <Empty title="登录后查看您的待办" hint="参赛者看自己的项目，工作人员看待审核的项目。" />
      </Page>
    );
  }
  return (
    <Page
      title={ask.data ? workbenchTitle(ask.data) : '工作台'}
      over={ask.data && placeOf(ask.data)}
      action={ask.data ? <NextOne desk={ask.data} /> : undefined}
      state={ask.isPending ? 'loading' : ask.error ? 'error' : 'ready'}
      error={sentenceOf(ask.error)}
      onRetry={() => ask.refetch()}
    >
      {told}
      {ask.data ? <Desk desk={ask.data} /> : null}
    </Page>
  );
}

/** Whose workbench it is, and the day; nothing to say of several counties at once. */
function placeOf({ queues }: Workbench): string | undefined {
  const today = formatDateZh(shanghaiDate(serverNow()));
  const [queue, ...others] = queues;
  if (queue === undefined) return undefined;
  return `${others.length === 0 ? queue.regionZh : `${queues.length} 个赛场`} · ${today}`;
}

/** The one thing to do next: the first due of one's own, or the queue where others wait. Nothing waits: nothing is red. */
function NextOne({ desk }: { desk: Workbench }) {
  const [first] = desk.waitsForMe;
  if (desk.stacks === undefined || waitingFor(desk) === 0) return null;
  const late = overdueOf(desk);
  return (
    <Button id="next" onTap={() => goTo(first?.link ?? link('staff/queue', { claimed: 'none' }))}>
      {late > 0 ? `办下一件（超期 ${late} 件）` : '办下一件'}
    </Button>
  );
}

function Desk({ desk }: { desk: Workbench }) {
  const idle = desk.waitsForMe.length + desk.iWaitFor.length + desk.over.length + desk.queues.length === 0;
  return (
    <>
      {idle ? <Idle /> : null}
      {desk.stacks === undefined ? null : <DueStacks stacks={desk.stacks} />}
      <Todos id="todo" title={desk.stacks === undefined ? '待我办理' : '先办这几件'} items={desk.waitsForMe} />
      {desk.queues.length > 0 ? (
        <Section title="项目审核">
          {desk.queues.map((queue) => (
            <ListRow
              key={queue.contestId}
              id={`queue-${queue.contestId}`}
              title={queue.regionZh}
              detail={`待办 ${queue.waiting} 个${queue.mine > 0 ? `，我受理 ${queue.mine} 个` : ''}`}
              aside={queue.overdue > 0 ? <Tag tone="error">{`超期 ${queue.overdue} 个`}</Tag> : undefined}
              onTap={() => goTo(queue.link)}
            />
          ))}
          <ListRow
            id="to-search"
            title="查找项目"
            detail="按姓名、项目名称、手机号后四位或编号，各种状态都能找到"
            onTap={() => go('staff/search')}
          />
          {desk.stacks === undefined ? null : (
            <ListRow
              id="to-counter"
              title="柜台代填"
              detail="为到窗口来的人填报名，由其本人确认"
              onTap={() => go('staff/counter')}
            />
          )}
        </Section>
      ) : null}
      <Todos id="over" title="没有提交" items={desk.over} />
      <Todos id="wait" title="待他人办理" items={desk.iWaitFor} />
    </>
  );
}

/** Nothing to do: of whoever was entrusted with something, where their pages are; of others, whether they may enter. */
function Idle() {
  const { data: me } = useAsk(['people', 'me'], () => api.people.me({}));
  if (me === undefined) return <Empty title="暂无待办" />;
  if (me.grants.length > 0 && me.grants.every(({ role }) => roles[role].personaZh === null))
    return (
      <Empty
        title="暂无待办"
        hint={`您是${[...new Set(me.grants.map(({ roleZh }) => roleZh))].join('、')}，相关功能还没有开放，暂时没有要您办的事。`}
      />
    );
  return me.grants.length > 0 ? (
    <Empty
      title="暂无待办"
      hint="有要办的事会列在这里。办理的页面都在“我的”里。"
      action={
        <Button id="to-me" kind="secondary" onTap={() => go('me')}>
          打开“我的”
        </Button>
      }
    />
  ) : (
    <Invited />
  );
}

/** To those who might enter, whether that is possible now; a way there only while it is. */
function Invited() {
  const { data } = useAsk(['competition', 'home'], async () => heard(await api.competition.home({})));
  const signUp = data?.phases.find(({ kind }) => kind === 'signUp');
  if (!data?.edition) return <Empty title="暂无待办" />;
  const words = signUpWords(signUp, serverNow());
  if (signUp?.state !== 'open') return <Empty title="暂无待办" hint={`${words}。`} />;
  return (
    <Empty
      title="暂无待办"
      hint={`要参加比赛，点“我要报名”。${words}。`}
      action={
        <Button id="begin" kind="secondary" onTap={() => go('entry/eligibility')}>
          我要报名
        </Button>
      }
    />
  );
}

function Todos({ id, title, items }: { id: string; title: string; items: Todo[] }) {
  if (items.length === 0) return null;
  return (
    <Section title={title} aside={`${items.length} 件`}>
      {items.map((item, i) => (
        <TodoRow key={item.id} id={`${id}-${i}`} todo={item} />
      ))}
    </Section>
  );
}

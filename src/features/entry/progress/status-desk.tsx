import { termDeadlineZh } from '@shared/kernel/term-words';
import { link } from '@shared/routes';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { api } from '../../../client/api';
import { useAsk } from '../../../client/cache/use-ask';
import { go } from '../../../client/go';
import { AskedPage } from '../../../patterns/asked-page';
import { Story } from '../../../patterns/cases/story';
import { ContactCard } from '../../../patterns/contact-card';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { WorkingDayTicks } from '../../../ui/figures/working-day-ticks';
import { KeyValue } from '../../../ui/lists/key-value';
import { ListRow } from '../../../ui/lists/list-row';
import { Page } from '../../../ui/page';
import { OtherMoves } from './other-moves';
import { RenewalCard } from './renewal-card';
import { useEntryMoves } from './use-entry-moves';

type Status = Awaited<ReturnType<typeof api.entry.status>>;

/** Where the entry stands: who has it, until when, what happened, and what its leader may still do. */
export function StatusDesk({ entryId }: { entryId: string }) {
  const ask = useAsk(['entry', 'status', entryId], () => api.entry.status({ entryId }));
  usePullDownRefresh(() => void ask.refetch().finally(() => Taro.stopPullDownRefresh()));
  return (
    <AskedPage ask={ask} here={link('entry/status', { entryId })} missing="没有找到这个项目">
      {(status) => <Standing status={status} />}
    </AskedPage>
  );
}

function Standing({ status }: { status: Status }) {
  const { entryId, title, reference, state, stateZh, editable, holderZh, dueDate } = status;
  const moves = useEntryMoves(entryId);
  return (
    <Page
      title={stateZh}
      refused={moves.failure?.message}
      over={title}
      action={
        editable ? (
          <Button id="continue" onTap={() => go('entry/entry', { entryId })}>
            {state === 'draft' ? '继续填写' : '开始补正'}
          </Button>
        ) : reference === null ? undefined : (
          <Button id="to-receipt" onTap={() => go('entry/receipt', { entryId })}>
            查看回执
          </Button>
        )
      }
    >
      <Card title="现在的进度">
        <KeyValue
          items={[
            ...(reference === null ? [] : [{ label: '报名编号', value: reference }]),
            ...(holderZh === null ? [] : [{ label: '现在由谁办', value: holderZh }]),
            ...(dueDate === null
              ? []
              : [
                  {
                    label: state === 'returned' ? '补正期限' : '审核期限',
                    value: <Term status={status} dueDate={dueDate} />,
                  },
                ]),
          ]}
        />
        {editable ? null : (
          <ListRow id="to-entry" title="查看填写的内容和材料" onTap={() => go('entry/entry', { entryId })} />
        )}
      </Card>
      {status.renewals.map((renewal) => (
        <RenewalCard key={renewal.slot} entryId={entryId} renewal={renewal} />
      ))}
      <ContactCard title={`${status.regionZh}赛场`} contact={status.contact} />
      <Story items={status.timeline} />
      <OtherMoves entryId={entryId} version={status.version} offered={status.moves} moves={moves} />
    </Page>
  );
}

/** The term that runs, as ticks and as a sentence. */
function Term({ status, dueDate }: { status: Status; dueDate: string }) {
  const { termDays, workdaysLeft, workdaysOver } = status;
  const words = termDeadlineZh(dueDate, status);
  if (termDays === null || workdaysLeft === null) return <>{words}</>;
  return <WorkingDayTicks total={termDays} left={workdaysLeft} over={workdaysOver} words={words} />;
}

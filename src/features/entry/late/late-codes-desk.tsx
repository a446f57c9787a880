import { momentZh } from '@shared/kernel/moment-words';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useAsk } from '../../../client/cache/use-ask';
import { useChange } from '../../../client/cache/use-change';
import { useList } from '../../../client/cache/use-list';
import { untilZh } from '../../../client/day-words';
import { go } from '../../../client/go';
import { AskedPage } from '../../../patterns/asked-page';
import { KeysetList } from '../../../patterns/keyset-list';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Empty } from '../../../ui/empty';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { toast } from '../../../ui/sheets/toast';
import { Tag } from '../../../ui/tag';

type Codes = Awaited<ReturnType<typeof api.entry.lateCodes>>;
type Code = Codes['items'][number];

/** Where the reader may make late codes. Whoever may look at none is refused. */
export const useLateChoices = () => useAsk(['entry', 'lateChoices'], () => api.entry.lateChoices({}));

/** Every late code, why it was made, and what came of it. */
export function LateCodesDesk() {
  const choices = useLateChoices();
  const list = useList(['entry', 'lateCodes'], (cursor) => api.entry.lateCodes({ cursor }), choices.data !== undefined);
  return (
    <AskedPage ask={choices} here={link('staff/late-codes')} missing="您不能查看补报码">
      {({ contests }) => (
        <Page
          wide
          over="补报码"
          title={titleOf(list.rows, list.more)}
          action={
            contests.length > 0 ? (
              <Button id="make-late" onTap={() => go('staff/late-code')}>
                发补报码
              </Button>
            ) : undefined
          }
        >
          <Codes list={list} />
        </Page>
      )}
    </AskedPage>
  );
}

/** How many can still be used; not said while not all are here. */
function titleOf(codes: readonly Code[] | null, more: boolean): string {
  if (codes === null || more) return '补报码';
  const usable = codes.filter(isUsable).length;
  return usable > 0 ? `${usable} 个补报码可用` : '没有可用的补报码';
}

const isUsable = ({ standZh }: Code): boolean => standZh === '可用';

function Codes({ list }: { list: ReturnType<typeof useList<Code, Codes>> }) {
  const voiding = useChange(api.entry.voidLateCode, touches.entry);
  async function makeVoid({ codeId }: Code): Promise<void> {
    const question = {
      title: '作废补报码',
      body: '还没有用的人不能再用。已经用它补报的，仍可在原来的期限前提交。',
      confirm: '作废',
    };
    if ((await confirmDanger(question)) && (await voiding.run({ codeId }))) toast('已作废');
  }
  return (
    <>
      {voiding.failure ? <Notice tone="error">{voiding.failure.message}</Notice> : null}
      <KeysetList
        id="late-more"
        list={list}
        empty={<Empty title="还没有补报码" hint="报名截止后确有理由的，发一个码就可以补报；发码和使用都有记录" />}
      >
        {(rows) => rows.map((code) => <CodeCard key={code.codeId} code={code} onVoid={makeVoid} />)}
      </KeysetList>
    </>
  );
}

function CodeCard({ code, onVoid }: { code: Code; onVoid: (code: Code) => Promise<void> }) {
  const { codeId, regionZh, trackZh, reason, uses, used, submitted, madeBy, madeAt, endsAt, standZh } = code;
  return (
    <Card
      id={`late-${codeId}`}
      title={regionZh}
      aside={<Tag tone={isUsable(code) ? 'info' : 'neutral'}>{standZh}</Tag>}
    >
      <View>{reason}</View>
      <View className="xh-row-detail">{`可用 ${uses} 人，已用 ${used} 人，已提交 ${submitted} 个项目`}</View>
      <View className="xh-row-detail">{`${trackZh ?? '不限赛道'}，补报${untilZh(endsAt)} 截止`}</View>
      <View className="xh-row-detail">{`${madeBy} ${momentZh(madeAt)} 发出`}</View>
      {code.voidable && isUsable(code) ? (
        <Button id={`void-${codeId}`} kind="text" onTap={() => onVoid(code)}>
          作废
        </Button>
      ) : null}
    </Card>
  );
}

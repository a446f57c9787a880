import { isAppliedFor } from '@shared/benefits/applied-for';
import { groupDigits } from '@shared/kernel/group-digits';
import { momentZh } from '@shared/kernel/moment-words';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { useAsk } from '../../../client/cache/use-ask';
import { AskedPage } from '../../../patterns/asked-page';
import { Card } from '../../../ui/card';
import { Empty } from '../../../ui/empty';
import { KeyValue } from '../../../ui/lists/key-value';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Tag } from '../../../ui/tag';

type Told = Awaited<ReturnType<typeof api.policies.told>>;
type Group = Told['tellings'][number]['groups'][number];

const people = (n: number): string => `${groupDigits(n)} 人`;

/** Whom each telling of a policy reached and what came of it: numbers alone, and none of a handful. */
export function ToldDesk({ code }: { code: string }) {
  const ask = useAsk(['policies', 'told', code], () => api.policies.told({ code }));
  return (
    <AskedPage ask={ask} here={link('staff/policy-told', { code })} missing="没有找到这项政策">
      {({ titleZh, tellings }) => (
        <Page over={titleZh} title={titleOf(tellings)}>
          <Notice tone="info">只有人数，看不到是谁。不足 10 人的不列人数。</Notice>
          {tellings.length === 0 ? (
            <Empty title="还没有发过通知" hint="在这里发布或修订政策，新符合条件的人会收到通知。" />
          ) : null}
          {tellings.map(({ id, zh, version, at, underWay, groups }) => (
            <Card
              key={id}
              title={`${zh}第 ${version} 版`}
              aside={<Tag tone={underWay ? 'info' : 'pass'}>{underWay ? '正在通知' : '已通知'}</Tag>}
            >
              <View className="xh-row-detail">{momentZh(at)}</View>
              {groups.length === 0 ? <View>没有新符合条件的人</View> : null}
              {groups.map((group) => (
                <KeyValue key={group.zh} items={rowsOf(code, group)} />
              ))}
            </Card>
          ))}
        </Page>
      )}
    </AskedPage>
  );
}

function titleOf([newest]: Told['tellings']): string {
  const told = newest?.groups ?? [];
  if (told.length === 0) return '谁收到了';
  const counted = told.flatMap(({ counts }) => (counts === null ? [] : [counts.reached]));
  return counted.length < told.length ? '收到的不足 10 人' : `${people(counted.reduce((all, n) => all + n, 0))}收到`;
}

/** What nobody applies for here has no such number. */
const rowsOf = (code: string, { zh, counts }: Group) =>
  counts === null
    ? [{ label: zh, value: '不足 10 人' }]
    : [
        { label: zh, value: `${people(counts.reached)}收到站内消息` },
        { label: '已读', value: people(counts.read) },
        { label: '打开了政策', value: people(counts.opened) },
        ...(isAppliedFor(code) ? [{ label: '提交了申请', value: people(counts.applied) }] : []),
        { label: '微信提醒', value: `送到 ${people(counts.phoneSent)}，等待 ${people(counts.phoneWaiting)}` },
        ...counts.failed.map((each) => ({ label: `没送到 ${people(each.n)}`, value: each.zh })),
      ];

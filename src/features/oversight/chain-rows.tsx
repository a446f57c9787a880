import { momentZh } from '@shared/kernel/moment-words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../client/api';
import { useAsk } from '../../client/cache/use-ask';
import { sentenceOf } from '../../client/transport/failure';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';

/** An entry's audit, the newest rows first; earlier ones take their place. */
export function ChainRows({ reference }: { reference: string }) {
  const [before, setBefore] = useState<number | null>(null);
  const ask = useAsk(['oversight', 'chain', reference, before], () => api.oversight.chain({ reference, before }));
  if (ask.error) return <Notice tone="error">{sentenceOf(ask.error)}</Notice>;
  if (!ask.data) return <Skeleton rows={4} />;
  const { rows, brokenZh, items } = ask.data;
  return (
    <>
      {brokenZh === null ? (
        <Notice tone="info">{`${ask.data.reference}：${rows} 行记录，前后相接，没有改动。`}</Notice>
      ) : (
        <Notice tone="error">{`${ask.data.reference} 的记录有误。${brokenZh}。`}</Notice>
      )}
      {items.map(({ n, at, whoZh, actZh, hash }) => (
        <Card key={n} id={`chain-${n}`} title={`${n}　${actZh}`}>
          <View>{`${whoZh}，${momentZh(at)}`}</View>
          <View className="xh-row-detail">{`校验值 ${hash.slice(0, 16)}`}</View>
        </Card>
      ))}
      {ask.data.before === null ? null : (
        <Button id="chain-earlier" kind="secondary" onTap={() => setBefore(ask.data.before)}>
          查看更早的记录
        </Button>
      )}
    </>
  );
}

import { momentZh } from '@shared/kernel/moment-words';
import { View } from '@tarojs/components';
import type { api } from '../../client/api';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Notice } from '../../ui/notice';

interface Props {
  chain: Awaited<ReturnType<typeof api.oversight.chain>>;
  /** Asks for the rows below a place, which take the place of these. */
  onEarlier: (before: number) => void;
}

/** An entry's audit, the newest rows first. */
export function ChainRows({ chain: { reference, rows, brokenZh, items, before }, onEarlier }: Props) {
  return (
    <>
      {brokenZh === null ? (
        <Notice tone="info">{`${reference}：${rows} 行记录，前后相接，没有改动。`}</Notice>
      ) : (
        <Notice tone="error">{`${reference} 的记录有误。${brokenZh}。`}</Notice>
      )}
      {items.map(({ n, at, whoZh, actZh, hash }) => (
        <Card key={n} id={`chain-${n}`} title={`${n}　${actZh}`}>
          <View>{`${whoZh}，${momentZh(at)}`}</View>
          <View className="xh-row-detail">{`校验值 ${hash.slice(0, 16)}`}</View>
        </Card>
      ))}
      {before === null ? null : (
        <Button id="chain-earlier" kind="secondary" onTap={() => onEarlier(before)}>
          查看更早的记录
        </Button>
      )}
    </>
  );
}

import { momentZh } from '@shared/kernel/moment-words';
import type { api } from '../../client/api';
import { RecordRow } from '../../patterns/record-row';
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
        <Notice tone="info">{`${reference}：共 ${rows} 条记录，前后相接，没有改动。`}</Notice>
      ) : (
        <Notice tone="error">{`${reference} 的记录有误。${brokenZh}。`}</Notice>
      )}
      <Card>
        {items.map(({ n, at, whoZh, actZh, hash }) => (
          <RecordRow
            key={n}
            id={`chain-${n}`}
            title={`${n}　${actZh}`}
            lines={[`${whoZh}，${momentZh(at)}`, `校验值 ${hash.slice(0, 16)}`]}
          />
        ))}
      </Card>
      {before === null ? null : (
        <Button id="chain-earlier" kind="secondary" onTap={() => onEarlier(before)}>
          查看更早的记录
        </Button>
      )}
    </>
  );
}

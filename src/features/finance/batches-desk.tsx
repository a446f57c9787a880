import { momentZh } from '@shared/kernel/moment-words';
import { formatYuan } from '@shared/kernel/money';
import { api } from '../../client/api';
import { useList } from '../../client/cache/use-list';
import { go } from '../../client/go';
import { KeysetList } from '../../patterns/keyset-list';
import { Empty } from '../../ui/empty';
import { ListRow } from '../../ui/lists/list-row';
import { Page } from '../../ui/page';
import { Tag } from '../../ui/tag';

/** Lists of payments that offices handed to finance, the newest first. */
export function BatchesDesk() {
  const list = useList(['finance', 'batches'], (cursor) => api.finance.batches({ cursor }));
  const waiting = (list.rows ?? []).filter((row) => row.waiting > 0).length;
  const waits = list.first?.records ? '等您登记结果' : '待财政登记结果';
  return (
    <Page wide title={waiting === 0 ? '付款清单' : `${waiting} 份清单${waits}`}>
      <KeysetList
        id="more-batches"
        list={list}
        empty={<Empty title="还没有付款清单" hint="各单位核对后送来的清单会在这里。" />}
      >
        {(rows) =>
          rows.map(({ batchId, reference, titleZh, sentAt, lines, sumFen, waiting: left, failed }) => (
            <ListRow
              key={batchId}
              id={`batch-${batchId}`}
              title={titleZh}
              detail={`${reference}，${lines} 笔共 ${formatYuan(sumFen)} 元，${momentZh(sentAt)} 送达`}
              aside={
                <Tag tone={left > 0 ? 'warn' : failed > 0 ? 'info' : 'pass'}>
                  {left > 0 ? `${left} 笔待登记` : failed > 0 ? `${failed} 笔没付成` : '已付清'}
                </Tag>
              }
              onTap={() => go('staff/payments', { batchId })}
            />
          ))
        }
      </KeysetList>
    </Page>
  );
}

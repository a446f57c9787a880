import { formatFullDateZh } from '@shared/kernel/shanghai';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { go } from '../../../client/go';
import { AskedPage } from '../../../patterns/asked-page';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Empty } from '../../../ui/empty';
import { ListRow } from '../../../ui/lists/list-row';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Sheet } from '../../../ui/sheets/sheet';
import { Tag } from '../../../ui/tag';
import './part.scss';
import { type EditionCard, statusTone, useEditions } from './edition-views';

/** Every edition of the city, and how the next one begins: from the national starting blueprint or from one that was held. */
export function EditionsDesk() {
  const ask = useEditions();
  const make = useChange(api.competition.makeEdition, touches.competition);
  const [open, setOpen] = useState(false);
  const begin = async (from: string | null) => {
    const made = await make.run({ from });
    if (!made) return;
    setOpen(false);
    await go('staff/edition', { editionId: made.editionId });
  };
  return (
    <AskedPage ask={ask} here={link('staff/editions')} missing="您不能查看届次">
      {({ editions, writes }) => (
        <Page
          wide
          title={titleOf(editions)}
          action={
            writes ? (
              <Button id="make-edition" onTap={() => setOpen(true)}>
                筹备新一届
              </Button>
            ) : undefined
          }
        >
          {editions.length === 0 ? (
            <Empty
              title="还没有举办过大赛"
              hint={writes ? '点“筹备新一届”，从起步方案开始，逐项改好后发布。' : '市级统筹人员开始筹备后会列在这里。'}
            />
          ) : (
            <Card>
              {editions.map(({ editionId, nameZh, status, statusZh, cutoffDate }) => (
                <ListRow
                  key={editionId}
                  id={`edition-${editionId}`}
                  title={nameZh}
                  detail={status === 'draft' ? '正在筹备，发布前参赛者看不到' : `基准日${formatFullDateZh(cutoffDate)}`}
                  aside={<Tag tone={statusTone[status]}>{statusZh}</Tag>}
                  onTap={() => go('staff/edition', { editionId })}
                />
              ))}
            </Card>
          )}
          <Sheet id="make-sheet" open={open} title="筹备新一届" onClose={() => setOpen(false)}>
            <Notice tone="info">先成为草稿，发布前参赛者看不到。每一项都要看过并确认才能发布。</Notice>
            {make.failure ? <Notice tone="error">{make.failure.message}</Notice> : null}
            {editions
              .filter(({ status }) => status !== 'draft')
              .map(({ editionId, nameZh }) => (
                <View key={editionId} className="xh-make-way">
                  <Button id={`clone-${editionId}`} kind="secondary" busy={make.busy} onTap={() => begin(editionId)}>
                    {`沿用“${nameZh}”，日期顺延`}
                  </Button>
                </View>
              ))}
            <Button id="from-national" busy={make.busy} onTap={() => begin(null)}>
              用起步方案，日期自己填
            </Button>
          </Sheet>
        </Page>
      )}
    </AskedPage>
  );
}

function titleOf(editions: readonly EditionCard[]): string {
  const drafts = editions.filter(({ status }) => status === 'draft').length;
  if (drafts > 0) return `${drafts} 届正在筹备`;
  return editions.some(({ status }) => status === 'current') ? '本届正在进行' : '现在没有进行中的大赛';
}

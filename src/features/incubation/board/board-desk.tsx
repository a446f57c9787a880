import { boardCountZh } from '@shared/incubation/board';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useAsk } from '../../../client/cache/use-ask';
import { useChange } from '../../../client/cache/use-change';
import { untilZh } from '../../../client/day-words';
import { go } from '../../../client/go';
import { AskedPage } from '../../../patterns/asked-page';
import { Button } from '../../../ui/button';
import { Empty } from '../../../ui/empty';
import { ListRow } from '../../../ui/lists/list-row';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { FloorPlan } from '../floor-plan';
import { Arrears } from './arrears';
import type { Board, Spot } from './board';
import { ChosenPlace } from './chosen-place';
import { Occupancy } from './occupancy';
import { Soon } from './soon';

/** The operator's sites; where there is one alone, its board at once. */
export function BoardDesk({ siteId }: { siteId: string }) {
  const sites = useAsk(['incubation', 'mySites'], () => api.incubation.mySites({}));
  return (
    <AskedPage ask={sites} here={link('staff/places', { siteId })} missing="您还不能管理孵化基地">
      {({ sites: all }) => {
        const [only] = all;
        if (siteId !== '') return <SiteBoard siteId={siteId} />;
        if (all.length === 1 && only) return <SiteBoard siteId={only.siteId} />;
        return (
          <Page title={all.length === 0 ? '还没有基地' : `您管理 ${all.length} 个基地`}>
            {all.length === 0 ? (
              <>
                <Empty title="还没有基地" hint="先填基地的名称和地址，再加楼层和位置。" />
                <Button id="make-site" onTap={() => go('staff/site-setup')}>
                  开设基地
                </Button>
              </>
            ) : null}
            {all.map((site) => (
              <ListRow
                key={site.siteId}
                id={`site-${site.siteId}`}
                title={site.nameZh}
                onTap={() => go('staff/places', { siteId: site.siteId })}
              />
            ))}
          </Page>
        );
      }}
    </AskedPage>
  );
}

function SiteBoard({ siteId }: { siteId: string }) {
  const ask = useAsk(['incubation', 'board', siteId], () => api.incubation.board({ siteId }));
  return (
    <AskedPage ask={ask} here={link('staff/places', { siteId })} missing="没有找到这个基地">
      {(board) => <BoardPage board={board} />}
    </AskedPage>
  );
}

function BoardPage({ board }: { board: Board }) {
  const { siteId, nameZh, counts, firstLapse, floors, hourly, todos } = board;
  const [chosen, choose] = useState<number | null>(null);
  const offer = useChange(api.incubation.offer, touches.places);
  const shut = useChange(api.incubation.shutPlace, touches.places);
  const spot = floors.flatMap(({ tiles }) => tiles).find(({ placeId }) => placeId === chosen);
  const first = spot && board.lines.find(({ typeZh }) => typeZh === spot.typeZh)?.first;
  const failure = offer.failure ?? shut.failure;
  return (
    <Page
      wide
      over={nameZh}
      refused={failure?.message}
      title={counts.total === 0 ? `按小时预约 ${hourly} 个` : `${counts.total} 个位置，空 ${counts.free} 个`}
      action={
        spot && (spot.stands === 'free' || spot.stands === 'repair') ? (
          <SpotActions
            spot={spot}
            hasLine={first !== undefined && first !== null}
            busy={offer.busy || shut.busy}
            onRepair={(repair) => shut.run({ siteId, placeId: spot.placeId, repair })}
            onOffer={() => offer.run({ siteId, placeId: spot.placeId })}
          />
        ) : undefined
      }
    >
      {firstLapse === null ? null : (
        <View className="xh-row-detail">{`${counts.held} 个已留位，最早 ${untilZh(firstLapse)} 截止`}</View>
      )}
      {counts.total === 0 ? null : <Occupancy counts={counts} />}
      {todos === 0 ? null : (
        <ListRow
          id="to-applications"
          title={`等您办的申报 ${boardCountZh(todos, '件')}`}
          detail="核对资料、登记评分、签协议、续期"
          onTap={() => go('staff/applications')}
        />
      )}
      <View className="xh-board">
        {floors.map((floor) => (
          <View key={floor.zh} className="xh-board-floor">
            <FloorPlan floor={floor} chosen={chosen} onChoose={choose} />
          </View>
        ))}
      </View>
      {spot ? <ChosenPlace spot={spot} first={first ?? null} /> : null}
      <Lines board={board} />
      <Soon board={board} />
      <Arrears board={board} />
      {hourly === 0 ? null : (
        <ListRow
          id="to-bookings"
          title="按小时预约"
          detail="看每天谁约了、登记未到场"
          onTap={() => go('staff/bookings', { siteId })}
        />
      )}
      <ListRow
        id="to-setup"
        title="基地设置"
        detail="名称、地址、楼层和位置"
        onTap={() => go('staff/site-setup', { siteId })}
      />
    </Page>
  );
}

interface SpotProps {
  spot: Spot;
  hasLine: boolean;
  busy: boolean;
  onRepair: (repair: boolean) => unknown;
  onOffer: () => unknown;
}

/** What may be done with a place that nobody has. */
function SpotActions({ spot, hasLine, busy, onRepair, onOffer }: SpotProps) {
  const free = spot.stands === 'free';
  return (
    <View className="xh-pair-of-buttons xh-decisions">
      <Button id="repair" kind="secondary" busy={busy} onTap={() => onRepair(free)}>
        {free ? '维修' : '修好了'}
      </Button>
      {free && hasLine ? (
        <Button id="offer" busy={busy} onTap={onOffer}>
          {`把 ${spot.code} 留给候补第 1 位`}
        </Button>
      ) : null}
    </View>
  );
}

/** Who waits for which type, and the way to all of them. */
function Lines({ board: { siteId, lines } }: { board: Board }) {
  if (lines.length === 0) return null;
  return (
    <Section title="候补" aside="先看优先档，再看时间">
      {lines.map(({ type, typeZh, waiting, first }) => (
        <ListRow
          key={type}
          id={`line-${type}`}
          title={waiting === 0 ? `${typeZh}：没有人等` : `${typeZh}：${boardCountZh(waiting, '位')}在等`}
          detail={first ? `第 1 位 ${first.nameZh}，第 ${first.rank} 优先档（${first.rankZh}）` : undefined}
          {...(waiting > 0 ? { onTap: () => go('staff/place-line', { siteId, type }) } : {})}
        />
      ))}
    </Section>
  );
}

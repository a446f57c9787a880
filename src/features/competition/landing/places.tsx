import { View } from '@tarojs/components';
import { useState } from 'react';
import { go } from '../../../client/go';
import { ContactCard } from '../../../patterns/contact-card';
import { Card } from '../../../ui/card';
import { Tiles } from '../../../ui/figures/tiles';
import { ListRow } from '../../../ui/lists/list-row';
import { Section } from '../../../ui/section';
import { spoken } from '../../../ui/spoken';
import type { Home } from '../use-landing';
import { isKnownLand, placeOf, shortZh } from './where-they-lie';

type Contest = Home['contests'][number];

const ownTracks = ({ tracks }: Contest) => tracks.filter(({ kind }) => kind !== 'common');

/** The contests as tiles, roughly where their regions lie; a tap shows whom to ask there and leads into it, unless it is not open to anybody yet. */
export function Places({ contests, closed = false }: Pick<Home, 'contests'> & { closed?: boolean }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const contest = contests.find(({ regionId }) => regionId === chosen);
  return (
    <Section title={`${contests.length} 个赛场`} aside="示意，不是地图">
      <View className="xh-places">
        <Tiles
          id="region"
          label="赛场"
          value={chosen}
          onChange={setChosen}
          tiles={contests.map((each, n) => ({
            id: each.regionId,
            zh: shortZh(each.regionZh),
            ...placeOf(each.regionId, n),
            ...(ownTracks(each).length > 0 && { ownZh: '另设特色赛道' }),
          }))}
        >
          {isKnownLand(contests.map(({ regionId }) => regionId)) ? <Rivers /> : null}
        </Tiles>
      </View>
      <View className="xh-tiles-key">
        <View className="xh-tile-corner" {...spoken({ hidden: true })} />
        <View>另设特色赛道；通用赛道各地都有</View>
      </View>
      {/* A place of its own: on WeChat what comes and goes beside the tiles would send them again. */}
      <View>
        {contest ? (
          <Chosen contest={contest} closed={closed} />
        ) : (
          <View className="xh-row-detail">点一个县（市、区）或开发区，看赛道和联系方式。</View>
        )}
      </View>
    </Section>
  );
}

function Chosen({ contest, closed }: { contest: Contest; closed: boolean }) {
  return (
    <>
      <Card className="xh-place">
        <ListRow
          id="enter-region"
          title={<View className="xh-place-name">{`${contest.regionZh}赛场`}</View>}
          detail={`${contest.tracks.map(({ zh }) => zh).join('、')}，共 ${contest.tracks.length} 条赛道`}
          {...(!closed && { onTap: () => go('open/region', { contestId: contest.contestId }) })}
        />
      </Card>
      <ContactCard title={`${contest.regionZh}赛场`} contact={contest.contact} />
    </>
  );
}

/** The two rivers, by which people know where they are; decoration. */
const Rivers = () => (
  <View className="xh-rivers" {...spoken({ hidden: true })}>
    <View className="xh-river-yellow" />
    <View className="xh-river-fen" />
    <View className="xh-river-words xh-river-words-yellow">黄河</View>
    <View className="xh-river-words xh-river-words-fen">汾河</View>
  </View>
);

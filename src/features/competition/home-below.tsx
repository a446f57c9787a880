import { View } from '@tarojs/components';
import { GuideLinks } from './guide/guide-links';
import { HomeFoot } from './landing/home-foot';
import { LastYear } from './landing/last-year';
import { WinnersGet } from './landing/winners-get';
import { WonRow } from './landing/won-row';
import type { Home, Past, Won } from './use-landing';

/** What the home page holds below its first screens: what winners get, last year's outcome, where to ask, who runs it. */
export function HomeBelow({ home, past, won }: { home: Home; past: Past | null; won: Won }) {
  return (
    <>
      <WinnersGet winnersGet={home.winnersGet} />
      {/* A place of its own: on WeChat a card put between others sends its neighbours again. */}
      <View>
        <WonRow won={won} />
      </View>
      <View>{past ? <LastYear past={past} /> : null}</View>
      <GuideLinks />
      <HomeFoot home={home} />
    </>
  );
}

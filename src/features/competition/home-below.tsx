import { View } from '@tarojs/components';
import { go } from '../../client/go';
import { ListRow } from '../../ui/lists/list-row';
import { Section } from '../../ui/section';
import { HomeFoot } from './landing/home-foot';
import { LastYear } from './landing/last-year';
import { WinnersGet } from './landing/winners-get';
import type { Home, Past } from './use-landing';

/** What the home page holds below its first screens: what winners get, last year's outcome, where to ask, who runs it. */
export function HomeBelow({ home, past }: { home: Home; past: Past | null }) {
  return (
    <>
      <WinnersGet winnersGet={home.winnersGet} />
      {/* A place of its own: on WeChat a card put between others sends its neighbours again. */}
      <View>{past ? <LastYear past={past} /> : null}</View>
      <Section title="办事指南">
        <ListRow id="guide-eligibility" title="谁能参加，怎样报名" onTap={() => go('entry/eligibility')} />
        <ListRow
          id="complain"
          title="投诉建议"
          detail="投诉、建议和咨询都可以在这里提出"
          onTap={() => go('account/complaint')}
        />
      </Section>
      <HomeFoot home={home} />
    </>
  );
}

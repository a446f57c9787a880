import { View } from '@tarojs/components';
import { go } from '../../../client/go';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/lists/list-row';
import type { EntryView } from '../entry-view';
import { routeOfSection } from './route-of-section';

/** What still stands in the way of submitting, part by part, each with the way there. */
export function Obstacles({ entry: { entryId, obstacles, sections } }: { entry: EntryView }) {
  return (
    <Card id="obstacles" title={`提交前还差 ${obstacles.length} 处`}>
      {sections.map(({ section, zh }) => {
        const mine = obstacles.filter((each) => each.section === section);
        return mine.length === 0 ? null : (
          <ListRow
            key={section}
            id={`obstacle-${section}`}
            title={`${zh}（${mine.length} 处）`}
            detail={mine.map(({ text }) => <View key={text}>{text}</View>)}
            onTap={() => go(...routeOfSection(entryId, section, true))}
          />
        );
      })}
    </Card>
  );
}

import { termWords } from '@shared/kernel/term-words';
import { View } from '@tarojs/components';
import { go, goTo } from '../../../client/go';
import { classes } from '../../../ui/classes';
import { Figure } from '../../../ui/figures/figure';
import { WorkingDayTicks } from '../../../ui/figures/working-day-ticks';
import { ListRow } from '../../../ui/lists/list-row';
import { Numbered } from '../../../ui/lists/numbered';
import { Section } from '../../../ui/section';
import { spoken } from '../../../ui/spoken';
import type { Story } from '../use-landing';

/** The reader's entry: what is asked for with its clock, each fault with the way to its field, and what follows. */
export function OwnStory({ story }: { story: Story }) {
  const mine = story.waits === 'own';
  return (
    <>
      <View className="xh-card xh-wait">
        <View className={classes('xh-wait-head', mine && 'xh-wait-mine')}>
          <View className="xh-wait-state">
            {story.faults.length > 0 ? `${story.stateZh} · ${story.faults.length} 处` : story.stateZh}
          </View>
          <Clock story={story} />
          {story.untilZh === null ? null : <View>{story.untilZh}</View>}
        </View>
        <View className="xh-wait-body">
          <View className="xh-wait-title">{story.title}</View>
          <View className="xh-row-detail">
            {[story.reference, `${story.regionZh}赛场`].filter(Boolean).join(' · ')}
          </View>
          {story.faults.map(({ zh, partZh, link }, i) => (
            <ListRow
              key={`${partZh} ${zh}`}
              id={`fault-${i}`}
              title={<Numbered n={i + 1} text={zh} of={partZh} />}
              onTap={() => goTo(link)}
            />
          ))}
        </View>
      </View>
      {story.thenZh === null ? null : <View className="xh-row-detail">{story.thenZh}</View>}
    </>
  );
}

/** What is left as a figure, or over, with its ticks; nothing where no clock of working days runs. */
function Clock({ story }: { story: Story }) {
  const { workdaysLeft: left, workdaysOver: over, termDays } = story;
  const words = termWords(story);
  if (left === null || termDays === null || words === null) return null;
  const mine = story.waits === 'own';
  return (
    <>
      {mine && over === null && left > 0 ? <Figure late value={left} unit="个工作日内补正" /> : null}
      <WorkingDayTicks total={termDays} left={left} over={over} words={words} />
    </>
  );
}

/** The entry's way in stations; large words stand under each other. */
export function OwnPath({ story }: { story: Story }) {
  return (
    <Section title="您的项目走到哪了">
      <View className="xh-way" {...spoken({ role: 'list' })}>
        {story.path.map(({ zh, noteZh, standing }) => (
          <View
            key={zh}
            className={classes(`xh-way-${standing}`, standing === 'now' && story.waits === 'own' && 'xh-way-mine')}
            {...spoken({ role: 'listitem' })}
          >
            <View className="xh-way-bar" {...spoken({ hidden: true })} />
            <View className="xh-way-name">{zh}</View>
            <View className="xh-way-note">{noteZh}</View>
          </View>
        ))}
      </View>
      <ListRow id="to-status" title="审核经过与意见全文" onTap={() => go('entry/status', { entryId: story.entryId })} />
    </Section>
  );
}

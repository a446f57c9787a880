import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { go, goSignIn } from '../../../client/go';
import { useSessionHeld } from '../../../client/session/use-session-held';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Progress } from '../../../ui/progress';
import { Section } from '../../../ui/section';
import type { Topic } from '../class-view';

/** Topics that people may want; enough of them, and the city opens a class. */
export function Topics({ topics }: { topics: readonly Topic[] }) {
  const held = useSessionHeld();
  const wish = useChange(api.training.wish, touches.training);
  return (
    <Section title="想学什么，够人数就开班">
      {wish.failure ? <Notice tone="error">{wish.failure.message}</Notice> : null}
      {topics.map(({ topicId, title, about, wanting, needed, wanted, classId }) => (
        <Card key={topicId} id={`topic-${topicId}`}>
          <View className="xh-row-name">{title}</View>
          {about === '' ? null : <View className="xh-row-detail">{about}</View>}
          <Progress
            label="想参加的人数"
            value={Math.min(wanting, needed)}
            max={needed}
            words={`${wanting}/${needed} 人`}
          />
          {classId !== null ? (
            <Button id={`to-class-${topicId}`} kind="secondary" onTap={() => go('policy/class', { classId })}>
              已开班，去看看
            </Button>
          ) : held ? (
            <Button
              id={`wish-${topicId}`}
              kind={wanted ? 'text' : 'secondary'}
              onTap={() => wish.run({ topicId, wanted: !wanted })}
            >
              {wanted ? '不参加了' : '我想参加'}
            </Button>
          ) : (
            <Button id={`wish-${topicId}`} kind="secondary" onTap={() => goSignIn(link('policy/classes'))}>
              登录后选“我想参加”
            </Button>
          )}
          {wanted && classId === null ? (
            <View className="xh-row-detail">已记下。开班时会通知您，名额按顺序留给记下的人。</View>
          ) : null}
        </Card>
      ))}
    </Section>
  );
}

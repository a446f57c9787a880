import { isBlank } from '@shared/kernel/typed/unseen';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useAsk } from '../../../client/cache/use-ask';
import { useChange } from '../../../client/cache/use-change';
import { go } from '../../../client/go';
import { AskedForm } from '../../../patterns/asked-form';
import { AskedPage } from '../../../patterns/asked-page';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { Button } from '../../../ui/button';
import { Empty } from '../../../ui/empty';
import { TextArea } from '../../../ui/fields/text-area';
import { TextField } from '../../../ui/fields/text-field';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { Sheet } from '../../../ui/sheets/sheet';
import type { Topic } from '../class-view';
import { ClassRows } from '../open/class-rows';

/** Classes that one holds, confirms or looks at, and the topics that people ask for. */
export function StaffClassesDesk() {
  const ask = useAsk(['training', 'desk'], () => api.training.desk({}));
  return (
    <AskedPage ask={ask} here={link('staff/classes')} missing="没有找到培训班">
      {({ classes, topics, proposes, opens }) => {
        const waiting = classes.filter(({ waits }) => waits === 'organiser').length;
        return (
          <Page
            wide
            title={waiting > 0 ? `${waiting} 个班等待确认` : `共 ${classes.length} 个培训班`}
            action={
              proposes ? (
                <Button id="propose" onTap={() => go('staff/class-plan')}>
                  开新班
                </Button>
              ) : undefined
            }
          >
            <Section title="培训班">
              {classes.length === 0 ? <Empty title="还没有培训班" /> : null}
              <ClassRows classes={classes} to="staff/class" />
            </Section>
            <Wanted topics={topics} opens={opens} />
          </Page>
        );
      }}
    </AskedPage>
  );
}

/** What people ask for: enough of them, and the city opens a class. */
function Wanted({ topics, opens }: { topics: readonly Topic[]; opens: boolean }) {
  const [adding, setAdding] = useState(false);
  return (
    <Section title="定制主题">
      {topics.length === 0 ? <Empty title="还没有定制主题" /> : null}
      {topics.map(({ topicId, title, wanting, needed, classId }) => (
        <View key={topicId} className="xh-seldom">
          <View className="xh-row-name">{title}</View>
          <View className="xh-row-detail">
            {classId !== null
              ? '已开班'
              : `${wanting} 人想参加，${wanting >= needed ? '可以开班' : `满 ${needed} 人可以开班`}`}
          </View>
          {opens && classId === null && wanting >= needed ? (
            <Button id={`open-${topicId}`} kind="secondary" onTap={() => go('staff/class-plan', { topicId })}>
              为它开班
            </Button>
          ) : null}
        </View>
      ))}
      {opens ? (
        <Button id="add-topic" kind="secondary" onTap={() => setAdding(true)}>
          加一个主题
        </Button>
      ) : null}
      <AddTopic open={adding} onClose={() => setAdding(false)} />
    </Section>
  );
}

function AddTopic({ open, onClose }: { open: boolean; onClose: () => void }) {
  const form = useTypedForm('topic');
  const [title, setTitle] = form.field('title', '');
  const [about, setAbout] = form.field('about', '');
  const add = useChange(api.training.addTopic, touches.training);
  const errors = useFieldErrors(add.failure, { title: isBlank(title) && '请填写主题', about: null });
  return (
    <Sheet id="topic-sheet" open={open} title="加一个定制主题" onClose={onClose}>
      <AskedForm
        errors={errors}
        button={{ id: 'topic-send', zh: '加上', busy: add.busy }}
        onSend={async () => {
          if (!(await add.run({ title, about }))) return;
          form.sent();
          onClose();
        }}
      >
        <TextField
          id="field-title"
          label="主题"
          value={title}
          onChange={setTitle}
          max={40}
          error={errors.of('title')}
        />
        <TextArea
          id="field-about"
          label="内容"
          hint="讲什么、适合谁"
          required={false}
          value={about}
          onChange={setAbout}
          max={120}
          error={errors.of('about')}
        />
      </AskedForm>
    </Sheet>
  );
}

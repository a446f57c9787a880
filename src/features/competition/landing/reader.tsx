import { go, goTo } from '../../../client/go';
import { TodoRow } from '../../../patterns/cases/todo-row';
import { ContactCard } from '../../../patterns/contact-card';
import { ListRow } from '../../../ui/lists/list-row';
import { Section } from '../../../ui/section';
import { StateTitle } from '../../../ui/state-title';
import { Tag } from '../../../ui/tag';
import type { Home, Own } from '../use-landing';
import { JudgePost } from './judge-post';
import { NightStrip } from './night-front';
import { OwnPath, OwnStory } from './own-story';
import { readerTitle, waitingOf } from './reader-words';

/** What the page says first to whoever has something here: how things stand, what waits, and the way it goes. */
export function Reader({ home, own, waits }: { home: Home; own: Own; waits: number }) {
  const { story, queue } = own;
  const contest = home.contests.find(({ contestId }) => contestId === story?.contestId);
  // What the story tells at length is not told again as a row.
  const todos = own.todos.filter(
    ({ id }) => story === null || !/^(fill|correct)-/.test(id) || !id.endsWith(story.entryId),
  );
  return (
    <>
      <NightStrip home={home} />
      <StateTitle title={readerTitle(own, waits)} />
      {story ? <OwnStory story={story} /> : null}
      {todos.length > 0 ? <Todos todos={todos} title={queue ? '先办这几件' : '等您办'} /> : null}
      {queue ? (
        <Section title="项目审核">
          <ListRow
            id="to-queue"
            title={queue.reviews ? '待审项目' : '各赛场在审项目'}
            detail={`待受理 ${queue.unclaimed} 件，${queue.reviews ? `我受理 ${queue.mine} 件` : `共 ${queue.waiting} 件`}`}
            aside={queue.overdue > 0 ? <Tag tone="error">{`超期 ${queue.overdue} 件`}</Tag> : undefined}
            onTap={() => go('workbench')}
          />
        </Section>
      ) : null}
      {own.posts?.map((post) => (
        <JudgePost key={post.placeZh} post={post} home={home} />
      ))}
      {story ? <OwnPath story={story} /> : null}
      {contest ? <ContactCard title={`${contest.regionZh}赛场`} contact={contest.contact} /> : null}
    </>
  );
}

function Todos({ todos, title }: { todos: Own['todos']; title: string }) {
  return (
    <Section title={title}>
      {todos.map((todo, i) => (
        <TodoRow key={todo.id} id={`todo-${i}`} todo={todo} />
      ))}
    </Section>
  );
}

/** The reader's one primary act; null where nothing waits, and nothing is red. */
export function readerAct(own: Own): { zh: string; go: () => unknown } | null {
  const { story, todos, queue } = own;
  if (story?.waits === 'own') {
    const zh = story.state === 'draft' ? '继续填写' : `去补正（${story.faults.length} 处）`;
    return { zh, go: () => go('entry/entry', { entryId: story.entryId }) };
  }
  const [first] = todos;
  if (queue?.reviews && waitingOf(queue) > 0) {
    const zh = queue.overdue > 0 ? `办下一件（超期 ${queue.overdue} 件）` : '办下一件';
    return { zh, go: () => (first ? goTo(first.link) : go('staff/queue', { claimed: 'none' })) };
  }
  return first ? { zh: '去办理', go: () => goTo(first.link) } : null;
}

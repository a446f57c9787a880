import { api } from '../../../client/api';
import { useAsk } from '../../../client/cache/use-ask';
import { goTo } from '../../../client/go';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/lists/list-row';
import { Notice } from '../../../ui/notice';

type Own = Awaited<ReturnType<typeof api.entry.mine>>['entries'][number];

/** What the person leads already in this edition, before a second one is begun: what is entered stands in the way of another, drafts are gone on with. */
export function OwnEntries({ editionZh }: { editionZh: string }) {
  const mine = useAsk(['entry', 'mine'], () => api.entry.mine({}));
  const led = (mine.data?.entries ?? []).filter((each) => each.role === 'leader' && each.editionZh === editionZh);
  const entered = led.filter(({ live }) => live);
  const drafts = led.filter(({ state }) => state === 'draft');
  return (
    <>
      {entered.length === 0 ? null : (
        <Card id="entered" title={`您本届已报了“${entered[0]?.title}”`}>
          <Notice tone="warn">每人只能报一个。再填一个项目，同一负责人不能提交。</Notice>
          {entered.map((entry) => (
            <Row key={entry.entryId} id={`entered-${entry.entryId}`} entry={entry} />
          ))}
        </Card>
      )}
      {drafts.length === 0 ? null : (
        <Card title="您有没填完的项目">
          {drafts.map((entry) => (
            <Row key={entry.entryId} id={`draft-${entry.entryId}`} entry={entry} />
          ))}
        </Card>
      )}
    </>
  );
}

const Row = ({ id, entry }: { id: string; entry: Own }) => (
  <ListRow
    id={id}
    title={entry.title}
    detail={[`${entry.regionZh} · ${entry.trackZh}`, entry.nextZh ?? entry.stateZh].join('；')}
    onTap={() => goTo(entry.link)}
  />
);

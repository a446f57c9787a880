import { api } from '../../../client/api';
import { useList } from '../../../client/cache/use-list';
import { sentenceOf } from '../../../client/transport/failure';
import { useShare } from '../../../client/use-share';
import { KeysetList } from '../../../patterns/keyset-list';
import { Card } from '../../../ui/card';
import { Empty } from '../../../ui/empty';
import { Page } from '../../../ui/page';
import { AnnouncementRows } from './newest';

/** All announcements of the running edition, of a region with the city's or of everywhere. */
export function PublishedDesk({ regionId }: { regionId: string | null }) {
  const list = useList(['competition', 'publishedAnnouncements', regionId], (cursor) =>
    api.competition.publishedAnnouncements({ cursor, regionId }),
  );
  useShare('大赛公告', 'open/announcements', { regionId: regionId ?? '' });
  return (
    <Page
      title="公告"
      state={list.error ? 'error' : list.pending ? 'loading' : 'ready'}
      error={sentenceOf(list.error)}
      onRetry={list.again}
    >
      <KeysetList id="announcements-more" list={list} empty={<Empty title="还没有公告" hint="发布后会列在这里。" />}>
        {(rows) => (
          <Card>
            <AnnouncementRows announcements={rows} />
          </Card>
        )}
      </KeysetList>
    </Page>
  );
}

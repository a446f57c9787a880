import { momentZh } from '@shared/kernel/moment-words';
import { api } from '../../../client/api';
import { useList } from '../../../client/cache/use-list';
import { go } from '../../../client/go';
import { sentenceOf } from '../../../client/transport/failure';
import { KeysetList } from '../../../patterns/keyset-list';
import { Button } from '../../../ui/button';
import { Empty } from '../../../ui/empty';
import { ListRow } from '../../../ui/lists/list-row';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { Tag } from '../../../ui/tag';

type Row = Awaited<ReturnType<typeof api.competition.announcements>>['items'][number];

/** How the announcements stand, as far as they are here. */
function titleOf(rows: readonly Row[], more: boolean): string {
  const drafts = rows.filter(({ publishedAt }) => publishedAt === null).length;
  if (drafts > 0) return `${drafts} 条草稿没有发布`;
  return more || rows.length === 0 ? '公告' : `${rows.length} 条公告`;
}

/** The announcements that one keeps, drafts among them; who may write one begins it here. */
export function AnnouncementsDesk() {
  const list = useList(['competition', 'announcements'], (cursor) => api.competition.announcements({ cursor }));
  const writes = (list.first?.places.length ?? 0) > 0;
  return (
    <Page
      wide
      over="公告管理"
      title={titleOf(list.rows ?? [], list.more)}
      state={list.error ? 'error' : list.pending ? 'loading' : 'ready'}
      error={sentenceOf(list.error)}
      onRetry={list.again}
      action={
        writes ? (
          <Button id="write" onTap={() => go('staff/announcement')}>
            写公告
          </Button>
        ) : undefined
      }
    >
      <Section title="全部公告">
        <KeysetList
          id="announcements-more"
          list={list}
          empty={<Empty title="还没有公告" hint="发布后，首页和赛场页会显示，参赛者和工作人员会收到通知。" />}
        >
          {(rows) =>
            rows.map(({ id, regionZh, title, stateZh, tone, publishedAt }) => (
              <ListRow
                key={id}
                id={`announcement-${id}`}
                title={title}
                detail={[regionZh ?? '全市', publishedAt === null ? '' : `${momentZh(publishedAt)} 发布`]
                  .filter(Boolean)
                  .join(' · ')}
                aside={<Tag tone={tone}>{stateZh}</Tag>}
                onTap={() => go('staff/announcement', { announcementId: id })}
              />
            ))
          }
        </KeysetList>
      </Section>
    </Page>
  );
}

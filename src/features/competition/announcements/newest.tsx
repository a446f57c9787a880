import { dayZh } from '../../../client/day-words';
import { go } from '../../../client/go';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/lists/list-row';
import type { Home } from '../use-landing';

type Lines = { announcements: ReadonlyArray<Home['announcements'][number]> };

/** Announcements, each a way to its page. */
export function AnnouncementRows({ announcements }: Lines) {
  return (
    <>
      {announcements.map(({ announcementId, regionZh, title, publishedAt }, i) => (
        <ListRow
          key={announcementId}
          id={`announcement-${i}`}
          title={title}
          detail={`${regionZh ? `${regionZh}赛场` : '大赛组委会'} · ${dayZh(publishedAt)}`}
          onTap={() => go('open/announcement', { announcementId })}
        />
      ))}
    </>
  );
}

/**
 * The newest announcements and the way to all; nothing where there is none.
 * @param regionId whose they are with the city's; null: of everywhere
 */
export function NewestAnnouncements({ announcements, regionId }: Lines & { regionId: string | null }) {
  if (announcements.length === 0) return null;
  return (
    <Card title="公告">
      <AnnouncementRows announcements={announcements} />
      <Button id="all-announcements" kind="text" onTap={() => go('open/announcements', { regionId })}>
        查看全部公告
      </Button>
    </Card>
  );
}

import { dayZh } from '@shared/kernel/moment-words';
import { go } from '../../../client/go';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/lists/list-row';
import type { Home } from '../use-landing';

/** The newest announcements, each a way to its page; nothing where there is none. */
export function NewestAnnouncements({ announcements }: Pick<Home, 'announcements'>) {
  if (announcements.length === 0) return null;
  return (
    <Card title="公告">
      {announcements.map(({ announcementId, regionZh, title, publishedAt }, i) => (
        <ListRow
          key={announcementId}
          id={`announcement-${i}`}
          title={title}
          detail={`${regionZh ? `${regionZh}赛场` : '大赛组委会'} · ${dayZh(publishedAt)}`}
          onTap={() => go('open/announcement', { announcementId })}
        />
      ))}
    </Card>
  );
}

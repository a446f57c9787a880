import { momentZh } from '@shared/kernel/moment-words';
import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { useAsk } from '../../../client/cache/use-ask';
import { go } from '../../../client/go';
import { mayPass, sentenceOf } from '../../../client/transport/failure';
import { useShare } from '../../../client/use-share';
import { sizeZh } from '../../../patterns/files/size-zh';
import { useOpenFile } from '../../../patterns/files/use-open-file';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Empty } from '../../../ui/empty';
import { ListRow } from '../../../ui/lists/list-row';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';

/** One announcement, for anybody: who says it, when, its text, its file. */
export function AnnouncementDesk({ announcementId }: { announcementId: string }) {
  const ask = useAsk(['competition', 'announcement', announcementId], () =>
    api.competition.announcement({ announcementId }),
  );
  const { data, error } = ask;
  useShare(data?.title ?? '星火项目创业大赛公告', 'open/announcement', { announcementId });
  const { open, refusal } = useOpenFile(api.competition.openPublicFile);
  if (error && !mayPass(error)) return <Gone />;
  return (
    <Page
      title={data?.title}
      state={data ? 'ready' : error ? 'error' : 'loading'}
      error={sentenceOf(error)}
      onRetry={() => ask.refetch()}
    >
      {data ? (
        <>
          <View className="xh-row-detail">{`${data.regionZh ? `${data.regionZh}赛场` : '大赛组委会'} · ${momentZh(data.publishedAt)}`}</View>
          <Card>
            <View className="xh-prose">{data.body}</View>
          </Card>
          {data.file ? (
            <Card title="附件">
              <ListRow
                id="attachment"
                title={data.file.name}
                detail={`${data.file.kind.toUpperCase()} · ${sizeZh(data.file.size)}`}
                aside="打开"
                onTap={() => void open(data.file?.uploadId ?? '')}
              />
              {refusal === null ? null : <Notice tone="error">{refusal}</Notice>}
            </Card>
          ) : null}
        </>
      ) : null}
    </Page>
  );
}

/** Withdrawn, or never published. */
const Gone = () => (
  <Page>
    <Empty
      whole
      title="没有找到这个公告"
      hint="公告可能已撤回，请看首页的最新公告。"
      action={
        <Button id="to-home" kind="secondary" onTap={() => go('home')}>
          回到首页
        </Button>
      }
    />
  </Page>
);

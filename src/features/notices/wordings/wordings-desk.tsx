import { link } from '@shared/routes';
import { api } from '../../../client/api';
import { useAsk } from '../../../client/cache/use-ask';
import { go } from '../../../client/go';
import { AskedPage } from '../../../patterns/asked-page';
import { ListRow } from '../../../ui/lists/list-row';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { Tag } from '../../../ui/tag';

/** Every notice with what it says, by the area that tells it. */
export function WordingsDesk() {
  const ask = useAsk(['notices', 'wordings'], () => api.notices.wordings({}));
  return (
    <AskedPage ask={ask} here={link('staff/wordings')} missing="没有权限查看">
      {({ areas }) => {
        const own = areas.flatMap(({ items }) => items).filter((item) => item.own).length;
        return (
          <Page wide title={own === 0 ? '通知都用默认写法' : `${own} 条通知用本市写法`}>
            <Notice tone="info">点开一条可以改标题和正文。改后只用于以后发出的通知，已发出的不变。</Notice>
            {areas.map(({ zh, items }) => (
              <Section key={zh} title={zh} aside={`${items.length} 条`}>
                {items.map(({ notice, title, body, ...item }) => (
                  <ListRow
                    key={notice}
                    id={`wording-${notice.replace(/\./g, '-')}`}
                    title={title}
                    detail={body}
                    aside={item.own ? <Tag tone="info">本市写法</Tag> : undefined}
                    onTap={() => go('staff/wording', { notice })}
                  />
                ))}
              </Section>
            ))}
          </Page>
        );
      }}
    </AskedPage>
  );
}

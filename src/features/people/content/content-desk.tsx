import { momentZh } from '@shared/kernel/moment-words';
import { link } from '@shared/routes';
import { api } from '../../../client/api';
import { useAsk } from '../../../client/cache/use-ask';
import { AskedPage } from '../../../patterns/asked-page';
import { Empty } from '../../../ui/empty';
import { ListRow } from '../../../ui/lists/list-row';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { HeldName, HeldText } from './held-item';
import { WordForm } from './word-form';

const strengthZh = { refuse: '不能用', look: '先核对' } as const;

/** Nicknames and texts that wait for an eye, and the city's list of words by which texts are judged. */
export function ContentDesk() {
  const ask = useAsk(['people', 'contentChecks'], () => api.people.contentChecks({}));
  return (
    <AskedPage ask={ask} here={link('staff/content')} missing="没有权限查看">
      {({ names, texts, words, changes }) => {
        const toLookAt = [...names, ...texts].filter(({ state }) => state === 'review').length;
        return (
          <Page title={toLookAt === 0 ? '没有内容待核' : `${toLookAt} 项内容待核`}>
            <Section title="待核的名称" aside={`${names.length} 个`}>
              {names.length === 0 ? <Empty title="都核过了" hint="系统拿不准的名称会列在这里。" /> : null}
              {names.map((held) => (
                <HeldName key={`${held.personId}-${held.version}`} held={held} />
              ))}
            </Section>
            <Section title="待核的文字" aside={`${texts.length} 段`}>
              {texts.length === 0 ? (
                <Empty title="都核过了" hint="参赛者提交的项目名称和介绍中，系统拿不准的会列在这里。" />
              ) : null}
              {texts.map((held) => (
                <HeldText key={`${held.subjectId}-${held.field}-${held.version}`} held={held} />
              ))}
            </Section>
            <Section title="用词表" aside={`${words.length} 个词`}>
              {words.map(({ word, strength }) => (
                <ListRow key={word} id={`word-${word}`} title={word} aside={strengthZh[strength]} />
              ))}
              <WordForm words={words.map(({ word }) => word)} />
            </Section>
            {changes.length === 0 ? null : (
              <Section title="改动记录" aside={`${changes.length} 次`}>
                {changes.map(({ n, word, strength, why, by, at }) => (
                  <ListRow
                    key={n}
                    id={`change-${n}`}
                    title={strength === null ? `去掉“${word}”` : `“${word}”：${strengthZh[strength]}`}
                    detail={`${momentZh(at)}，${by}，${why}`}
                  />
                ))}
              </Section>
            )}
          </Page>
        );
      }}
    </AskedPage>
  );
}

import { formatWan } from '@shared/kernel/money';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import { api } from '../../../client/api';
import { useAsk } from '../../../client/cache/use-ask';
import { go } from '../../../client/go';
import { heard } from '../../../client/server-clock';
import { sentenceOf } from '../../../client/transport/failure';
import { useShare } from '../../../client/use-share';
import { ContactCard } from '../../../patterns/contact-card';
import { useOpenFile } from '../../../patterns/files/use-open-file';
import { Button } from '../../../ui/button';
import { KeyValue } from '../../../ui/lists/key-value';
import { ListRow } from '../../../ui/lists/list-row';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { Timetable } from '../timetable';

type Guide = Awaited<ReturnType<typeof api.competition.guide>>;

interface Props {
  /** Whose timetable and card stand in it; null: the city's. */
  contestId: string | null;
  /** What is brought into sight as the page opens. */
  part: string | null;
}

/** What people read before they enter: the rules, prizes, the whole timetable, templates, questions, whom to ask. */
export function GuideDesk({ contestId, part }: Props) {
  const ask = useAsk(['competition', 'guide', contestId], async () =>
    heard(await api.competition.guide({ contestId })),
  );
  const guide = ask.data;
  useShare('星火项目创业大赛办事指南', 'open/guide', contestId === null ? {} : { contestId });
  const ready = guide !== undefined;
  useEffect(() => {
    // A part that this edition has not leaves the page at its top.
    if (ready && part !== null)
      void Taro.pageScrollTo({ selector: `#guide-${part}`, duration: 0 }).catch(() => undefined);
  }, [ready, part]);
  return (
    <Page
      title={guide ? `${guide.regionZh ?? ''}办事指南` : undefined}
      state={guide ? 'ready' : ask.error ? 'error' : 'loading'}
      error={sentenceOf(ask.error)}
      onRetry={() => ask.refetch()}
    >
      {guide ? <Parts guide={guide} /> : null}
    </Page>
  );
}

function Parts({ guide }: { guide: Guide }) {
  const { rulesZh, faq, phases, regionZh, contestId, contact, organiser, editionZh } = guide;
  return (
    <>
      <View className="xh-row-detail">{editionZh}</View>
      <Section id="guide-rules" title="参赛办法">
        <View className="xh-prose">{rulesZh === '' ? '参赛办法以主办单位公布的文件为准。' : rulesZh}</View>
        <Button id="eligibility" kind="secondary" onTap={() => go('entry/eligibility', { contestId })}>
          先做报名条件自查
        </Button>
      </Section>
      <Prizes guide={guide} />
      <Timetable phases={phases} nameZh={regionZh ? `${regionZh}赛场` : '星火大赛'} place={contestId ?? 'city'} />
      <Templates templates={guide.templates} />
      {faq.length === 0 ? null : (
        <Section id="guide-faq" title="常见问题">
          {faq.map(({ q, a }, i) => (
            <ListRow key={q} id={`faq-${i}`} title={q} detail={<View className="xh-prose">{a}</View>} />
          ))}
        </Section>
      )}
      {regionZh === null ? (
        <Section title="问谁">
          <View className="xh-prose">
            {organiser.contactZh ?? '请在首页点您所在的县（市、区）或开发区，看赛场的电话、地址和办公时间。'}
          </View>
          <Button id="to-regions" kind="secondary" onTap={() => go('home')}>
            选一个赛场
          </Button>
        </Section>
      ) : (
        <ContactCard title={`${regionZh}赛场`} contact={contact} />
      )}
    </>
  );
}

function Prizes({ guide: { awards, fund } }: { guide: Guide }) {
  if (awards.length === 0 && fund === null) return null;
  return (
    <Section id="guide-prizes" title="奖项">
      <KeyValue
        items={[
          ...awards.map(({ zh, places }) => ({
            label: zh,
            value: places === undefined ? '名额以文件为准' : `每个赛场 ${places} 个`,
          })),
          ...(fund === null ? [] : [{ label: fund.zh, value: `${formatWan(fund.fen)} 万元（${fund.noteZh}）` }]),
        ]}
      />
    </Section>
  );
}

function Templates({ templates }: Pick<Guide, 'templates'>) {
  const { open, refusal } = useOpenFile(api.competition.openPublicFile);
  return (
    <Section id="guide-templates" title="材料模板">
      {templates.length === 0 ? <View className="xh-row-detail">没有统一模板，按报名表里的提示准备材料。</View> : null}
      {templates.map(({ name, uploadId }, i) => (
        <ListRow key={uploadId} id={`template-${i}`} title={name} aside="下载" onTap={() => void open(uploadId)} />
      ))}
      {refusal === null ? null : <Notice tone="error">{refusal}</Notice>}
    </Section>
  );
}

import { formatWan } from '@shared/kernel/money';
import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { go } from '../../../client/go';
import { ContactCard } from '../../../patterns/contact-card';
import { sizeZh } from '../../../patterns/files/size-zh';
import { useOpenFile } from '../../../patterns/files/use-open-file';
import { Button } from '../../../ui/button';
import { KeyValue } from '../../../ui/lists/key-value';
import { ListRow } from '../../../ui/lists/list-row';
import { Notice } from '../../../ui/notice';
import { Section } from '../../../ui/section';
import { Timetable } from '../timetable';

type Guide = Awaited<ReturnType<typeof api.competition.guide>>;

/**
 * The rules, prizes, the whole timetable, templates, questions, whom to ask.
 * @param inert nobody can enter yet: nothing leads anywhere
 */
export function GuideParts({ guide, inert = false }: { guide: Guide; inert?: boolean }) {
  const { rulesZh, faq, phases, regionZh, contestId, contact, organiser, editionZh } = guide;
  return (
    <>
      <View className="xh-row-detail">{editionZh}</View>
      <Section id="guide-rules" title="参赛办法">
        <View className="xh-prose">{rulesZh === '' ? '参赛办法以主办单位公布的文件为准。' : rulesZh}</View>
        {inert ? null : (
          <Button id="eligibility" kind="secondary" onTap={() => go('entry/eligibility', { contestId })}>
            先做报名条件自查
          </Button>
        )}
      </Section>
      <Prizes guide={guide} />
      <Timetable
        phases={phases}
        nameZh={regionZh ? `${regionZh}赛场` : '星火大赛'}
        place={contestId ?? 'city'}
        inert={inert}
      />
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
          {inert ? null : (
            <Button id="to-regions" kind="secondary" onTap={() => go('home')}>
              选一个赛场
            </Button>
          )}
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
      {templates.map(({ name, uploadId, kind, size }, i) => (
        <ListRow
          key={uploadId}
          id={`template-${i}`}
          title={name}
          detail={`${kind.toUpperCase()} · ${sizeZh(size)}`}
          aside="下载"
          onTap={() => void open(uploadId)}
        />
      ))}
      {refusal === null ? null : <Notice tone="error">{refusal}</Notice>}
    </Section>
  );
}

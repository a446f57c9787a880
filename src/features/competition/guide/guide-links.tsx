import { go } from '../../../client/go';
import { ListRow } from '../../../ui/lists/list-row';
import { Section } from '../../../ui/section';

/** What people look for before they enter, each a way to it; with a contest its own timetable and card stand in the guide. */
export function GuideLinks({ contestId }: { contestId?: string }) {
  const guide = (part: string) => go('open/guide', { contestId, part });
  return (
    <Section title="办事指南">
      <ListRow id="guide-eligibility" title="谁能参加，怎样报名" onTap={() => go('entry/eligibility', { contestId })} />
      <ListRow id="guide-rules" title="参赛办法、奖项和赛程" onTap={() => guide('rules')} />
      <ListRow id="guide-templates" title="材料模板下载" onTap={() => guide('templates')} />
      <ListRow id="guide-faq" title="常见问题" onTap={() => guide('faq')} />
      <ListRow
        id="complain"
        title="投诉建议"
        detail="投诉、建议和咨询都可以在这里提出"
        onTap={() => go('account/complaint')}
      />
    </Section>
  );
}

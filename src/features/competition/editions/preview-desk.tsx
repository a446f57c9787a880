import { askedFields } from '@shared/entry/fields';
import { type SectionName, sectionsFor, sectionZh } from '@shared/entry/sections';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { go } from '../../../client/go';
import { AskedPage } from '../../../patterns/asked-page';
import { Card } from '../../../ui/card';
import { ListRow } from '../../../ui/lists/list-row';
import { LongText } from '../../../ui/long-text';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { GuideParts } from '../guide/guide-parts';
import { NightFront } from '../landing/night-front';
import { Places } from '../landing/places';
import { Stations } from '../landing/stations';
import { Groups, Materials } from '../open-facts';
import { type Preview, usePreview } from './edition-views';
import '../home.scss';
import './part.scss';

/** An edition as people would see it: the same pieces as on their pages, under a mark that says so, and leading nowhere. */
export function PreviewDesk({ editionId }: { editionId: string }) {
  const ask = usePreview(editionId);
  return (
    <AskedPage ask={ask} here={link('staff/preview', { editionId })} missing="没有找到这一届">
      {(preview) => <Shown preview={preview} />}
    </AskedPage>
  );
}

function Shown({ preview }: { preview: Preview }) {
  const { editionId, missing, home, guide, groups, slots, consents, declaration } = preview;
  return (
    <Page title="参赛者将看到的样子" over={`预览：${home.edition?.nameZh ?? ''}`}>
      <Notice tone="warn">
        <View id="preview-mark">这是预览，只有市级统筹人员和监督员看得到。还没有发布的内容，参赛者看不到。</View>
      </Notice>
      {missing.length === 0 ? null : (
        <Card title="还没有填好，预览里没有">
          {missing.map(({ part, zh }) => (
            <ListRow
              key={part}
              id={`missing-${part}`}
              title={zh}
              onTap={() => go('staff/edition-part', { editionId, part })}
            />
          ))}
        </Card>
      )}
      <View className="xh-preview-front">
        <NightFront home={home} level={2} />
      </View>
      <Stations phases={home.phases} />
      <Places contests={home.contests} closed />
      <Groups groups={groups} cutoffDate={home.edition?.cutoffDate ?? ''} />
      <Materials slots={slots} />
      <FormParts preview={preview} />
      <View>
        {consents.map(({ kind, zh, required, bodyZh }) => (
          <Card key={kind} title={zh} aside={required ? '必选' : '自愿'}>
            <LongText>{bodyZh}</LongText>
          </Card>
        ))}
        {declaration === null ? null : (
          <Card title="承诺书">
            <LongText>{declaration.bodyZh}</LongText>
          </Card>
        )}
      </View>
      <GuideParts guide={guide} inert />
    </Page>
  );
}

/** The parts of the form and what each asks. */
function FormParts({ preview }: { preview: Preview }) {
  const registered = preview.groups.some((group) => group.registered);
  return (
    <Card title="报名表">
      {sectionsFor(registered).map((section) => (
        <ListRow key={section} id={`form-${section}`} title={sectionZh[section]} detail={asksZh(section, preview)} />
      ))}
    </Card>
  );
}

function asksZh(section: SectionName, { slots, consents, identityPapers }: Preview): string {
  const asked = askedFields(section, {}, identityPapers).map(({ zh }) => zh);
  const named = { team: ['每个成员的姓名、分工和手机号，本人确认'], materials: slots.map(({ zh }) => zh) };
  const own = section === 'team' || section === 'materials' ? named[section] : asked;
  return [...(section === 'declaration' ? consents.map(({ zh }) => zh) : []), ...own].join('、');
}

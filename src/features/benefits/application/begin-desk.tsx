import { kindOf } from '@shared/benefits/kinds';
import { link } from '@shared/routes';
import type { Purpose } from '@shared/telling/templates';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useAsk } from '../../../client/cache/use-ask';
import { useChange } from '../../../client/cache/use-change';
import { go, goInstead } from '../../../client/go';
import { AskedPage } from '../../../patterns/asked-page';
import { ClosingNote } from '../../../patterns/closing-note';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { usePhoneOffer } from '../../../patterns/use-phone-offer';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { ListRow } from '../../../ui/lists/list-row';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { Tag } from '../../../ui/tag';

/** Whoever applies for one policy is told of others, and before they end. */
const alike: readonly Purpose[] = ['policy', 'reminder'];

type Mine = Awaited<ReturnType<typeof api.benefits.applications>>;

/** Where an application for a policy begins: at which region's desk; one that is live goes on. One's earlier ones stand below. */
export function BeginDesk({ policy }: { policy: string }) {
  const ask = useAsk(['benefits', 'applications'], () => api.benefits.applications({}));
  const home = useAsk(['competition', 'home'], () => api.competition.home({}));
  const parts = { here: link('policy/application', { policy }), missing: '没有找到申报' };
  // Not before there is something to choose from: a list that was opened on a phone stays as empty as it was.
  return (
    <AskedPage ask={ask} {...parts}>
      {(mine) => (
        <AskedPage ask={home} {...parts}>
          {({ contests }) => <Begin mine={mine} contests={contests} policy={policy} />}
        </AskedPage>
      )}
    </AskedPage>
  );
}

/** What its region is for: whose desk handles it, or among whose sites one is chosen that handles it itself. */
const placeWords = (kind = ''): { label: string; hint: string } =>
  kindOf(kind)?.desks.find(({ watches }) => !watches)?.place === 'organisation'
    ? { label: '到哪个县（市、区）的基地入驻', hint: '申报由基地办理，下一步选具体的基地' }
    : { label: '向哪个县（市、区）的窗口申报', hint: '选营业执照所在地，没有办执照的选实际做事的地方' };

type Contests = Awaited<ReturnType<typeof api.competition.home>>['contests'];

function Begin({ mine, contests, policy }: { mine: Mine; contests: Contests; policy: string }) {
  const kind = mine.kinds.find((each) => each.policies.includes(policy)) ?? mine.kinds[0];
  const live = mine.applications.find((each) => each.live && each.kind === kind?.kind);
  const [regionId, setRegionId] = useState('');
  const begin = useChange(api.benefits.beginApplication, touches.benefits);
  const offer = usePhoneOffer(alike);
  const errors = useFieldErrors(begin.failure, {
    regionId: live === undefined && regionId === '' && '请选择县（市、区）',
  });
  const regions = contests.map((contest) => ({ value: contest.regionId, zh: contest.regionZh }));
  const start = async () => {
    if (live) return goInstead('policy/application', { applicationId: live.applicationId });
    if (!errors.complete() || kind === undefined) return;
    // First of all: after the first answer of the server it is no longer inside the tap.
    await offer.ask();
    const begun = await begin.run({ kind: kind.kind, regionId });
    if (begun) await goInstead('policy/application', { applicationId: begun.applicationId });
  };
  return (
    <Page
      refused={errors.general}
      title={live ? '您有一份申报正在办' : (kind?.kindZh ?? '扶持政策申报')}
      action={
        <>
          {live || offer.words === null ? null : <View className="xh-row-detail">{offer.words}</View>}
          <Button id="begin" busy={begin.busy} onTap={start}>
            {live ? '继续办理' : '开始填写'}
          </Button>
        </>
      }
    >
      {live ? null : <ClosingNote scopes={kind?.rooms ?? []} />}
      {kind ? <Notice tone="info">{kind.introZh}</Notice> : null}
      {live ? null : (
        <Card>
          <ChoiceField
            id="field-regionId"
            {...placeWords(kind?.kind)}
            options={regions}
            value={regionId}
            onChange={setRegionId}
            error={errors.of('regionId')}
          />
          <View className="xh-row-detail">报名表里已有的内容会带过来，都能修改。</View>
        </Card>
      )}
      {mine.applications.length === 0 ? null : (
        <Section title="我的申报">
          {mine.applications.map(({ applicationId, kindZh, reference, stateZh, tone }) => (
            <ListRow
              key={applicationId}
              id={`application-${applicationId}`}
              title={kindZh}
              detail={reference ?? '还没有提交'}
              aside={<Tag tone={tone}>{stateZh}</Tag>}
              onTap={() => go('policy/application', { applicationId })}
            />
          ))}
        </Section>
      )}
    </Page>
  );
}

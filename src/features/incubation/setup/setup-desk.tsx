import { floorZh } from '@shared/incubation/setup/floors';
import { formatYuan } from '@shared/kernel/money';
import { link } from '@shared/routes';
import { useState } from 'react';
import { api } from '../../../client/api';
import { useAsk } from '../../../client/cache/use-ask';
import { AskedPage } from '../../../patterns/asked-page';
import { Button } from '../../../ui/button';
import { Empty } from '../../../ui/empty';
import { ListRow } from '../../../ui/lists/list-row';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { Tag } from '../../../ui/tag';
import { PlaceSheet } from './place-sheet';
import type { Place, Setup } from './setup';
import { SiteTerms } from './site-terms';
import { NewSite, SiteWords } from './site-words';

/** Where an operator sets up a site: its words, its floors, its places; without one they open it. */
export function SetupDesk({ siteId }: { siteId: string }) {
  return siteId === '' ? <Opening /> : <Standing siteId={siteId} />;
}

function Opening() {
  const ask = useAsk(['incubation', 'siteChoices'], () => api.incubation.siteChoices({}));
  return (
    <AskedPage ask={ask} here={link('staff/site-setup')} missing="您还不能开设基地">
      {(choices) =>
        choices.organisations.length === 0 ? (
          <Page title="没有可开设的基地">
            <Empty title="没有可开设的基地" hint="您所在的机构已有基地，从基地看板进去设置。" />
          </Page>
        ) : (
          <NewSite choices={choices} />
        )
      }
    </AskedPage>
  );
}

function Standing({ siteId }: { siteId: string }) {
  const ask = useAsk(['incubation', 'siteSetup', siteId], () => api.incubation.siteSetup({ siteId }));
  return (
    <AskedPage ask={ask} here={link('staff/site-setup', { siteId })} missing="没有找到这个基地">
      {(setup) => <SetupPage setup={setup} />}
    </AskedPage>
  );
}

/** Floors as they are, in order. */
function floorsIn(places: readonly Place[]): Array<{ floor: number; places: Place[] }> {
  const floors = [...new Set(places.map(({ floor }) => floor))].sort((a, b) => a - b);
  return floors.map((floor) => ({ floor, places: places.filter((place) => place.floor === floor) }));
}

function SetupPage({ setup }: { setup: Setup }) {
  const { nameZh, places } = setup;
  const [shown, show] = useState<Place | 'new' | null>(null);
  const open = places.filter(({ closed }) => !closed).length;
  return (
    <Page
      wide
      over={nameZh}
      title={open === 0 ? '还没有位置' : `${open} 个位置`}
      action={
        <Button id="add-place" onTap={() => show('new')}>
          加位置
        </Button>
      }
    >
      <SiteWords key={setup.version} setup={setup} />
      <SiteTerms setup={setup} />
      {places.length === 0 ? <Empty title="还没有位置" hint="点“加位置”，一次可以加一排连号的。" /> : null}
      {floorsIn(places).map(({ floor, places: here }) => (
        <Section key={floor} title={floorZh(floor)} aside={`${here.length} 个`}>
          {here.map((place) => (
            <ListRow
              key={place.placeId}
              id={`edit-${place.code}`}
              title={`${place.code} ${place.typeZh}`}
              detail={[place.detailZh, place.rentFen > 0 ? `每月 ${formatYuan(place.rentFen)} 元` : '']
                .filter((each) => each !== '')
                .join('，')}
              aside={
                place.closed ? <Tag tone="neutral">已停用</Tag> : place.taken ? <Tag tone="info">有人</Tag> : undefined
              }
              onTap={() => show(place)}
            />
          ))}
        </Section>
      ))}
      {shown === null ? null : (
        <PlaceSheet
          key={shown === 'new' ? 'new' : shown.placeId}
          setup={setup}
          place={shown === 'new' ? null : shown}
          onClose={() => show(null)}
        />
      )}
    </Page>
  );
}

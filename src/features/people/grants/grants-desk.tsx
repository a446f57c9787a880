import { hasRoleAnywhere } from '@shared/kernel/actor';
import { givesAnything, ofAnyOrganisation } from '@shared/people/grants/giving';
import { link } from '@shared/routes';
import { useState } from 'react';
import { go } from '../../../client/go';
import { AskedPage } from '../../../patterns/asked-page';
import { Button } from '../../../ui/button';
import { Segmented } from '../../../ui/fields/segmented';
import { Page } from '../../../ui/page';
import { useMe } from '../use-me';
import { CodeList } from './code-list';
import { HolderList } from './holder-list';
import { OrganisationList } from './organisation-list';
import { useChoices } from './use-choices';

type Part = 'holders' | 'codes' | 'organisations';
const parts: ReadonlyArray<{ value: Part; zh: string }> = [
  { value: 'holders', zh: '在岗人员' },
  { value: 'codes', zh: '邀请码' },
  { value: 'organisations', zh: '机构' },
];

/** Who holds what, the codes that are out, and the organisations that take part. */
export function GrantsDesk() {
  const { me } = useMe();
  const choices = useChoices();
  const [part, setPart] = useState<Part>('holders');
  const city = hasRoleAnywhere(me, 'cityStaff');
  const seesAll = city || hasRoleAnywhere(me, 'auditor');
  const ofOne = ofAnyOrganisation.decide(me ?? null, undefined).ok;
  return (
    <AskedPage ask={choices} here={link('staff/grants')} missing="您不能查看授权">
      {({ regions }) => (
        <Page
          wide
          title="授权管理"
          action={
            givesAnything(me) && part !== 'organisations' ? (
              <Button id="make-code" onTap={() => go('staff/grant-code')}>
                发邀请码
              </Button>
            ) : undefined
          }
        >
          <Segmented
            id="grants-part"
            label="查看"
            options={parts.filter(({ value }) => seesAll || ofOne || value !== 'organisations')}
            value={part}
            onChange={setPart}
          />
          {part === 'holders' ? <HolderList regions={regions} /> : null}
          {part === 'codes' ? <CodeList /> : null}
          {part === 'organisations' ? (
            <OrganisationList regions={regions} changes={city ? 'all' : ofOne ? 'contact' : 'nothing'} />
          ) : null}
        </Page>
      )}
    </AskedPage>
  );
}

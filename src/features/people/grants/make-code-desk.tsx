import type { Role, Scope } from '@shared/kernel/actor';
import { codeDays } from '@shared/people/grants/giving';
import { link } from '@shared/routes';
import { useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { FormPage } from '../../../patterns/asked-form';
import { AskedPage } from '../../../patterns/asked-page';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { Card } from '../../../ui/card';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { DateField } from '../../../ui/fields/date-field';
import { NumberField } from '../../../ui/fields/number-field';
import { TextField } from '../../../ui/fields/text-field';
import { type Made, MadeCode } from './made-code';
import { type Choices, useChoices } from './use-choices';

/** Makes a code: for which post, where, for how many people and how long. */
export function MakeCodeDesk() {
  const choices = useChoices();
  const [made, setMade] = useState<Made | null>(null);
  // The menu above offers handing on too; what is no invitation leads to the home page.
  useShareAppMessage(({ from }) =>
    from === 'button' && made
      ? { title: `邀请您担任${made.whatZh}`, path: link('account/code', { code: made.code }) }
      : { title: '星火项目创业大赛', path: link('home') },
  );
  return (
    <AskedPage ask={choices} here={link('staff/grant-code')} missing="您不能发邀请码">
      {(answer) =>
        made ? <MadeCode made={made} onAgain={() => setMade(null)} /> : <CodeForm choices={answer} onMade={setMade} />
      }
    </AskedPage>
  );
}

const everywhere = 'all';
const days = codeDays.map((value) => ({ value, zh: `${value} 天` }));

function scopeOf(kind: Scope['kind'] | undefined, place: string): Scope | null {
  if (kind === 'organisation') return place === '' ? null : { kind, organisationId: place };
  if (place === everywhere || kind === 'all') return { kind: 'all' };
  return place === '' ? null : { kind: 'region', regionId: place };
}

function CodeForm({ choices, onMade }: { choices: Choices; onMade: (made: Made) => void }) {
  const make = useChange(api.people.makeGrantCode, touches.rights);
  const form = useTypedForm('grant-code');
  const [role, setRole] = form.field<Role | ''>('role', '');
  const [place, setPlace] = form.field('place', '');
  const [note, setNote] = form.field('note', '');
  const [uses, setUses] = form.field<number | null>('uses', 1);
  const [life, setLife] = form.field<(typeof codeDays)[number]>('life', '3');
  const [endsOn, setEndsOn] = form.field('endsOn', '');
  const chosen = choices.roles.find((one) => one.role === role);
  const ofOrganisation = chosen?.scopes.includes('organisation') === true;
  const places = [
    ...(chosen?.scopes.includes('all') ? [{ value: everywhere, zh: '全市' }] : []),
    ...(chosen?.scopes.includes('region')
      ? choices.regions.map(({ regionId, nameZh }) => ({ value: regionId, zh: nameZh }))
      : []),
    ...choices.organisations
      .filter((one) => ofOrganisation && one.role === role)
      .map(({ organisationId, nameZh }) => ({ value: organisationId, zh: nameZh })),
  ];
  // Where there is one place only nothing is asked.
  const [only] = places;
  const at = places.length === 1 && only ? only.value : place;
  const scope = scopeOf(ofOrganisation ? 'organisation' : undefined, at);
  const errors = useFieldErrors(make.failure, {
    role: role === '' && '请选择岗位',
    scope: scope === null && '请选择范围',
    uses: uses === null && '请填写人数',
    note: null,
    endsOn: null,
  });
  const placeError =
    errors.of('scope') ?? make.failure?.fields['scope.regionId'] ?? make.failure?.fields['scope.organisationId'];
  function choose(next: Role): void {
    setRole(next);
    setPlace('');
    setUses(1);
  }
  async function send(): Promise<void> {
    if (!chosen || scope === null || uses === null) return;
    const answer = await make.run({ role: chosen.role, scope, note, uses, days: life, endsOn: endsOn || null });
    if (!answer) return;
    form.sent();
    const placeZh = places.find(({ value }) => value === at)?.zh ?? '';
    onMade({ ...answer, whatZh: `${chosen.zh}（${placeZh}）`, uses });
  }
  return (
    <FormPage
      title="发邀请码"
      errors={{ ...errors, general: placeError ? null : errors.general }}
      button={{ id: 'make', zh: '生成邀请码', busy: make.busy }}
      onSend={send}
    >
      <Card>
        <ChoiceField
          id="field-role"
          label="岗位"
          options={choices.roles.map((one) => ({ value: one.role, zh: one.zh }))}
          value={role}
          onChange={choose}
          error={errors.of('role')}
        />
        {places.length > 1 || (chosen && places.length === 0) ? (
          <ChoiceField
            id="field-scope"
            label={ofOrganisation ? '机构' : '范围'}
            options={places}
            value={place}
            onChange={setPlace}
            error={placeError}
          />
        ) : null}
        <TextField
          id="field-note"
          label="邀请谁"
          hint="写给自己和同事看，如单位、科室"
          required={false}
          max={30}
          value={note}
          onChange={setNote}
          error={errors.of('note')}
        />
        {chosen && chosen.mostUses > 1 ? (
          <NumberField
            id="field-uses"
            label="几个人可以用"
            hint={`最多 ${chosen.mostUses} 人，每人只能用一次`}
            unit="人"
            value={uses}
            onChange={setUses}
            error={errors.of('uses')}
          />
        ) : null}
        <ChoiceField id="field-days" label="邀请码几天内有效" options={days} value={life} onChange={setLife} />
        <DateField
          id="field-endsOn"
          label="权限到哪天为止"
          hint="不填就没有期限，随时可以收回"
          required={false}
          value={endsOn}
          onChange={setEndsOn}
          error={errors.of('endsOn')}
        />
      </Card>
    </FormPage>
  );
}

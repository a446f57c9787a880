import { isBlank } from '@shared/kernel/typed/unseen';
import { useState } from 'react';
import { api } from '../../client/api';
import { touches } from '../../client/cache/touches';
import { useChange } from '../../client/cache/use-change';
import { go } from '../../client/go';
import { useTypedForm } from '../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../patterns/use-field-errors';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { SwitchRow } from '../../ui/fields/switch-row';
import { TextField } from '../../ui/fields/text-field';
import { ListRow } from '../../ui/lists/list-row';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { toast } from '../../ui/sheets/toast';
import { chooseElder, elderChosen } from './elder-provider';
import { PhoneButton } from './phone-button';
import { PhoneChoices } from './phone-choices';
import { useMe } from './use-me';

/** Elder mode (held on the device at once, and with the person), and the name that colleagues and the team see. */
export function SettingsDesk() {
  const { me } = useMe();
  const change = useChange(api.people.updateSettings, touches.person);
  const errors = useFieldErrors(change.failure, { displayName: null });
  const [elder, setElder] = useState(elderChosen);
  const form = useTypedForm('settings');
  const [name, setName] = form.field<string | null>('name', null);
  async function choose(next: boolean): Promise<void> {
    setElder(next);
    chooseElder(next);
    if (me) await change.run({ elderMode: next });
  }
  async function rename(): Promise<void> {
    if (await change.run({ displayName: (name ?? '').trim() })) {
      form.sent();
      toast('已保存');
    }
  }
  return (
    <Page title="设置">
      <Card>
        <SwitchRow id="elder" label="长辈版" hint="字更大，按钮更大" checked={elder} onChange={choose} />
      </Card>
      {errors.general === null ? null : <Notice tone="error">{errors.general}</Notice>}
      {me ? (
        <Card title="显示名称">
          <TextField
            id="field-name"
            label="名称"
            hint="同事和队友看到的名称"
            max={30}
            value={name ?? me.displayName}
            onChange={setName}
            error={errors.of('displayName')}
          />
          {me.nameHeld && name === null ? (
            <Notice tone={me.nameHeld.why === null ? 'info' : 'warn'}>
              {me.nameHeld.why === null
                ? `“${me.nameHeld.name}”待核，核过后别人才看得到，在此之前显示“${me.displayName}”。`
                : `“${me.nameHeld.name}”没有采用：${me.nameHeld.why}。请换一个名称。`}
            </Notice>
          ) : null}
          <Button
            id="save-name"
            kind="secondary"
            busy={change.busy}
            disabled={name === null || isBlank(name)}
            onTap={rename}
          >
            保存
          </Button>
          <PhoneButton phoneMasked={me.phoneMasked} />
        </Card>
      ) : null}
      <Card title="个人信息">
        <ListRow id="privacy" title="个人信息保护说明" onTap={() => go('open/privacy')} />
        {me ? (
          <>
            <ListRow id="consents" title="我的授权" detail="查看和撤回同意" onTap={() => go('account/consents')} />
            <ListRow id="own-data" title="我的数据" detail="导出或注销账号" onTap={() => go('account/data')} />
          </>
        ) : null}
      </Card>
      <PhoneChoices />
    </Page>
  );
}

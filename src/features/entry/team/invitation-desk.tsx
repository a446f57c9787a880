import { personalConsent } from '@shared/entry/personal-consent';
import { isBlank } from '@shared/kernel/typed/unseen';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useAsk } from '../../../client/cache/use-ask';
import { useChange } from '../../../client/cache/use-change';
import { deadlineZh } from '../../../client/day-words';
import { go, goInstead, signInHere } from '../../../client/go';
import { useSessionHeld } from '../../../client/session/use-session-held';
import { AskedPage } from '../../../patterns/asked-page';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Empty } from '../../../ui/empty';
import { CheckRow } from '../../../ui/fields/check-row';
import { TextField } from '../../../ui/fields/text-field';
import { KeyValue } from '../../../ui/lists/key-value';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';

type Preview = Awaited<ReturnType<typeof api.entry.invitation>>;

/** What an invited person opens: whose project it is, and joining it with a name, a role and a phone number. */
export function InvitationDesk({ token }: { token: string }) {
  const held = useSessionHeld();
  const here = link('entry/invitation', { token });
  const ask = useAsk(['entry', 'invitation', token], () => api.entry.invitation({ token }), held);
  if (!held) {
    return (
      <Page
        action={
          <Button id="sign-in" onTap={() => signInHere(here)}>
            登录并查看邀请
          </Button>
        }
      >
        <Empty whole title="有人邀请您加入参赛团队" hint="登录后可以看到是哪个项目，再决定是否加入。" />
      </Page>
    );
  }
  return (
    <AskedPage ask={ask} here={here} missing="这个邀请不能用了">
      {(preview) => <Join token={token} preview={preview} />}
    </AskedPage>
  );
}

/** Where the server speaks of the consent. */
const agreeing = `consent.${personalConsent}`;

const openTeam = (entryId: string) => goInstead('entry/team', { entryId });

function Join({ token, preview }: { token: string; preview: Preview }) {
  const { entryId, title, regionZh, leaderZh, access, expiresAt, alreadyIn, closed, consent } = preview;
  const form = useTypedForm('join', entryId);
  const [name, setName] = form.field('name', '');
  const [roleZh, setRole] = form.field('roleZh', '');
  const [phone, setPhone] = useState('');
  const [sensitive, setSensitive] = useState(false);
  const join = useChange(api.entry.joinTeam, touches.entry);
  const missing = {
    name: isBlank(name) && '请填写您的姓名',
    roleZh: isBlank(roleZh) && '请填写您在团队中做什么',
    [agreeing]: consent && !sensitive && `请阅读后勾选“${consent.zh}”`,
    phone: isBlank(phone) && '请填写联系电话',
  };
  const errors = useFieldErrors(join.failure, missing, (field) =>
    field === agreeing ? `consent-${personalConsent}` : `field-${field}`,
  );
  const send = async () => {
    if (!errors.complete()) return;
    const joined = await join.run({ token, name, roleZh, phone, sensitive });
    if (!joined) return;
    form.sent();
    await openTeam(joined.entryId);
  };
  /** A refusal goes with the next key. */
  const typing =
    <Value,>(type: (value: Value) => void) =>
    (value: Value) => {
      type(value);
      join.clear();
    };
  return (
    <Page
      title="邀请您加入团队"
      refused={errors.general}
      action={
        alreadyIn ? (
          <Button id="open-team" onTap={() => openTeam(entryId)}>
            查看团队
          </Button>
        ) : closed !== null ? (
          <Button id="to-workbench" kind="secondary" onTap={() => go('workbench')}>
            返回工作台
          </Button>
        ) : (
          <Button id="join" busy={join.busy} onTap={send}>
            加入团队
          </Button>
        )
      }
    >
      <Card>
        <KeyValue
          items={[
            { label: '项目', value: title },
            { label: '赛场', value: regionZh },
            { label: '负责人', value: leaderZh },
            { label: '您可以', value: access === 'edit' ? '查看并一起填写' : '查看' },
            { label: '邀请有效期', value: deadlineZh(expiresAt) },
          ]}
        />
      </Card>
      {/* A place of its own: what comes and goes here is not to send the fields to WeChat again. */}
      <View>
        {alreadyIn ? <Notice tone="info">您已经在这个团队中。</Notice> : null}
        {closed !== null && !alreadyIn ? <Notice tone="warn">{`${closed}。如有疑问请联系负责人。`}</Notice> : null}
      </View>
      {alreadyIn || closed !== null ? null : (
        <Card>
          <TextField
            id="field-name"
            label="您的姓名"
            hint="与身份证一致"
            max={30}
            value={name}
            error={errors.of('name')}
            onChange={typing(setName)}
          />
          <TextField
            id="field-roleZh"
            label="在团队中做什么"
            hint="例如：技术、销售、财务"
            max={30}
            value={roleZh}
            error={errors.of('roleZh')}
            onChange={typing(setRole)}
          />
          {consent ? (
            <CheckRow
              id={`consent-${personalConsent}`}
              label={consent.zh}
              hint={consent.bodyZh}
              checked={sensitive}
              error={errors.of(agreeing)}
              onChange={typing(setSensitive)}
            />
          ) : null}
          <TextField
            id="field-phone"
            label="联系电话"
            hint="加密保存。队友只看到前三位和后四位；审核人员因办理需要可查看完整号码，系统留有记录"
            type="phone"
            value={phone}
            error={errors.of('phone')}
            onChange={typing(setPhone)}
          />
        </Card>
      )}
    </Page>
  );
}

import { momentZh } from '@shared/kernel/moment-words';
import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { toast } from '../../../ui/sheets/toast';
import type { EntryView } from '../entry-view';
import '../form/section.scss';

type Consent = EntryView['consents'][number];

/**
 * What the leader agreed to, to read: nothing here changes by a tap. What the review does not need may be withdrawn at any time
 * (PIPL art. 15), by an act of its own that asks first.
 */
export function GivenConsents({ entryId, consents }: { entryId: string; consents: readonly Consent[] }) {
  const change = useChange(api.entry.giveConsents, touches.entry);
  const stands = (kind: string) => consents.some((each) => each.kind === kind && each.givenAt !== null);
  const withdraw = async ({ kind, zh }: Consent) => {
    const body = `撤回“${zh}”后立即生效，不影响审核。项目提交后不能再改回来。`;
    if (!(await confirmDanger({ title: '撤回同意', body, confirm: '撤回' }))) return;
    const left = { sensitive: stands('sensitive'), publicDisplay: stands('publicDisplay'), [kind]: false };
    if (await change.run({ entryId, ...left })) toast('已撤回同意');
  };
  return (
    <Card title="个人信息授权">
      {consents.map((consent) => (
        <View key={consent.kind} id={`consent-${consent.kind}`} className="xh-consent">
          <View>{consent.zh}</View>
          <View className="xh-row-detail">
            {consent.givenAt === null ? '没有同意' : `已同意，${momentZh(consent.givenAt)}`}
          </View>
          <View className="xh-row-detail">{consent.bodyZh}</View>
          {consent.required || consent.givenAt === null ? null : (
            <Button id={`withdraw-${consent.kind}`} kind="secondary" onTap={() => withdraw(consent)}>
              撤回同意
            </Button>
          )}
        </View>
      ))}
      {change.failure ? <Notice tone="error">{change.failure.message}</Notice> : null}
    </Card>
  );
}

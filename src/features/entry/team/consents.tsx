import { personalConsent } from '@shared/entry/personal-consent';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { Card } from '../../../ui/card';
import { CheckRow } from '../../../ui/fields/check-row';
import { Notice } from '../../../ui/notice';
import { confirmDanger } from '../../../ui/sheets/confirm';
import type { EntryView } from '../entry-view';

const withdrawal = {
  title: '撤回同意',
  body: '撤回后，已填写的证件号码和联系电话立即删除。要提交报名，须重新同意并填写。',
  confirm: '撤回',
};

interface Props {
  entryId: string;
  consents: EntryView['consents'];
  /** Which of them is asked here; all when left out. */
  only?: string;
  problemOf: (name: string) => string | undefined;
  onGiven: (entry: EntryView) => void;
}

/**
 * The leader's consents, each with what it is for; none is ticked beforehand, and each counts from the tap on. Taking back the one that
 * numbers are kept by deletes them, so that is asked first.
 */
export function Consents({ entryId, consents, only, problemOf, onGiven }: Props) {
  const give = useChange(api.entry.giveConsents, touches.entry);
  const [ticked, setTicked] = useState<Record<string, boolean>>({});
  const given = (kind: string) =>
    ticked[kind] ?? consents.some((consent) => consent.kind === kind && consent.givenAt !== null);

  const tick = async (kind: string, checked: boolean) => {
    if (kind === personalConsent && !checked && !(await confirmDanger(withdrawal))) return;
    const next = { sensitive: given('sensitive'), publicDisplay: given('publicDisplay'), [kind]: checked };
    setTicked({ ...ticked, [kind]: checked });
    const answer = await give.run({ entryId, sensitive: next.sensitive, publicDisplay: next.publicDisplay });
    if (answer) onGiven(answer);
    else setTicked({ ...ticked, [kind]: !checked });
  };

  const asked = consents.filter(({ kind }) => only === undefined || kind === only);
  return (
    <Card title="个人信息授权">
      {asked.map((consent) => (
        <CheckRow
          key={consent.kind}
          id={`consent-${consent.kind}`}
          label={consent.required ? consent.zh : `${consent.zh}（选填）`}
          hint={consent.bodyZh}
          checked={given(consent.kind)}
          disabled={give.busy}
          error={problemOf(`consent.${consent.kind}`)}
          onChange={(checked) => void tick(consent.kind, checked)}
        />
      ))}
      {give.failure ? <Notice tone="error">{give.failure.message}</Notice> : null}
    </Card>
  );
}

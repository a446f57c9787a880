import { useState } from 'react';
import { api } from '../../client/api';
import { touches } from '../../client/touches';
import { useChange } from '../../client/use-change';
import { Card } from '../../ui/card';
import { CheckRow } from '../../ui/check-row';
import { Notice } from '../../ui/notice';
import type { EntryView } from './entry-view';

interface Props {
  entryId: string;
  consents: EntryView['consents'];
  problemOf: (name: string) => string | undefined;
  onGiven: (entry: EntryView) => void;
}

/** The leader's consents, each with what it is for; none is ticked beforehand, and each counts from the tap on. */
export function Consents({ entryId, consents, problemOf, onGiven }: Props) {
  const give = useChange(api.entry.giveConsents, touches.entry);
  const [ticked, setTicked] = useState<Record<string, boolean>>({});
  const given = (kind: string) =>
    ticked[kind] ?? consents.some((consent) => consent.kind === kind && consent.givenAt !== null);

  const tick = async (kind: string, checked: boolean) => {
    const next = { sensitive: given('sensitive'), publicDisplay: given('publicDisplay'), [kind]: checked };
    setTicked({ ...ticked, [kind]: checked });
    const answer = await give.run({ entryId, sensitive: next.sensitive, publicDisplay: next.publicDisplay });
    if (answer) onGiven(answer);
    else setTicked({ ...ticked, [kind]: !checked });
  };

  return (
    <Card title="个人信息授权">
      {consents.map((consent) => (
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

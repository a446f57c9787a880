import { useEffect, useRef } from 'react';
import { api } from '../../client/api';
import { touches } from '../../client/cache/touches';
import { useAsk } from '../../client/cache/use-ask';
import { useChange } from '../../client/cache/use-change';
import { sentenceOf } from '../../client/transport/failure';
import { useShare } from '../../client/use-share';
import { Page } from '../../ui/page';
import { useMyAnswers } from './answers';
import { PolicyReading } from './policy-reading';

/** One policy: how it stands for whoever reads it, with every reason; its text, its document number and its days. */
export function PolicyDesk({ code }: { code: string }) {
  const ask = useAsk(['policies', 'get', code], () => api.policies.get({ code }));
  const mine = useMyAnswers();
  const policy = ask.data;
  const answer = mine.ask.data?.policies.find((each) => each.code === code) ?? null;
  const { run } = useChange(api.policies.opened, touches.nothing);
  const { held } = mine;
  const told = useRef<string | null>(null);
  // Staff count how many of those whom a message told of it came here.
  useEffect(() => {
    if (!held || told.current === code) return;
    told.current = code;
    void run({ code });
  }, [held, code, run]);
  useShare(policy?.titleZh ?? '创业扶持政策', 'open/policy', { code });
  return (
    <Page
      title={policy?.titleZh}
      state={ask.isPending ? 'loading' : ask.error ? 'error' : 'ready'}
      error={sentenceOf(ask.error)}
      onRetry={() => ask.refetch()}
    >
      {policy ? <PolicyReading policy={policy} answer={answer} /> : null}
    </Page>
  );
}

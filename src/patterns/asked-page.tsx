import type { ReactNode } from 'react';
import { go, signInHere } from '../client/go';
import { Failure, mayPass, sentenceOf } from '../client/transport/failure';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { Page } from '../ui/page';

interface Props<Answer> {
  /** What `useAsk` knows so far. */
  ask: { data: Answer | undefined; error: unknown; refetch: () => unknown };
  /** Where signing in comes back to. */
  here: string;
  /** Said when what was asked for is not there for this person. */
  missing: string;
  children: (answer: Answer) => ReactNode;
}

/** A page about one thing that was asked for: loading, signing in, not found, no network, or the thing itself. */
export function AskedPage<Answer>({ ask, here, missing, children }: Props<Answer>) {
  const { data, error } = ask;
  if (data !== undefined && !refused(error)) return <>{children(data)}</>;
  if (!error) return <Page state="loading" />;
  const code = error instanceof Failure ? error.code : '';
  if (code === 'UNAUTHENTICATED') {
    return (
      <Page>
        <Empty
          whole
          title="请先登录"
          hint="登录后回到这里继续办理。"
          action={
            <Button id="sign-in" onTap={() => signInHere(here)}>
              登录
            </Button>
          }
        />
      </Page>
    );
  }
  if (!mayPass(error)) {
    return (
      <Page>
        <Empty
          whole
          title={missing}
          hint={sentenceOf(error)}
          action={
            <Button id="to-workbench" kind="secondary" onTap={() => go('workbench')}>
              回到工作台
            </Button>
          }
        />
      </Page>
    );
  }
  return <Page state="error" error={sentenceOf(error)} onRetry={() => ask.refetch()} />;
}

/** The server said no, rather than nothing: what was known before must not stay on show. */
const refused = (error: unknown): boolean => error instanceof Failure && !mayPass(error);

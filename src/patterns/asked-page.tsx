import type { ReactNode } from 'react';
import { go } from '../client/go';
import { Failure, mayPass, sentenceOf } from '../client/transport/failure';
import { Button } from '../ui/button';
import { Page } from '../ui/page';
import { RefusedPage } from './refused-page';

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
  if (mayPass(error)) return <Page state="error" error={sentenceOf(error)} onRetry={() => ask.refetch()} />;
  return (
    <RefusedPage
      failure={error}
      title={missing}
      here={here}
      way={
        <Button id="to-workbench" kind="secondary" onTap={() => go('workbench')}>
          回到工作台
        </Button>
      }
    />
  );
}

/** The server said no, rather than nothing: what was known before must not stay on show. */
const refused = (error: unknown): boolean => error instanceof Failure && !mayPass(error);

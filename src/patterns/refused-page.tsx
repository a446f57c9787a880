import type { ReactNode } from 'react';
import { signInHere } from '../client/go';
import { Failure, sentenceOf } from '../client/transport/failure';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { Page } from '../ui/page';

interface Props {
  /** The server's no. */
  failure: unknown;
  /** What is not to be had. */
  title: string;
  /** Where signing in comes back to. */
  here: string;
  /** The button that leads elsewhere. */
  way: ReactNode;
}

/** A page asks by its address alone: what is wrong with the question is wrong with the link, and nothing below is marked. */
const hintOf = (failure: unknown): string =>
  failure instanceof Failure && Object.keys(failure.fields).length > 0
    ? '链接可能已失效或不完整，请从工作台进入。'
    : sentenceOf(failure);

/** What a reader may not see: why, and where to go instead; who is not signed in may do that first. */
export function RefusedPage({ failure, title, here, way }: Props) {
  const signsIn = failure instanceof Failure && failure.code === 'UNAUTHENTICATED';
  return (
    <Page>
      <Empty
        whole
        title={signsIn ? '请先登录' : title}
        hint={signsIn ? '登录后回到这里继续办理。' : hintOf(failure)}
        action={
          signsIn ? (
            <Button id="sign-in" onTap={() => signInHere(here)}>
              登录
            </Button>
          ) : (
            way
          )
        }
      />
    </Page>
  );
}

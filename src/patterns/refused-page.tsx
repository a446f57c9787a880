import { goSignIn } from '../client/go';
import type { Failure } from '../client/transport/failure';
import { backToQueue } from '../features/screening/queue/back-to-queue';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { Page } from '../ui/page';

interface Props {
  failure: Failure;
  title: string;
  /** Where to come back to after signing in. */
  here: string;
}

/** What a reader may not see: why, and where to go instead. */
export function RefusedPage({ failure, title, here }: Props) {
  const signsIn = failure.code === 'UNAUTHENTICATED';
  return (
    <Page>
      <Empty
        whole
        title={signsIn ? '请先登录' : title}
        hint={signsIn ? '登录后回到这里继续办理。' : failure.message}
        action={
          signsIn ? (
            <Button id="sign-in" onTap={() => goSignIn(here)}>
              登录
            </Button>
          ) : (
            <Button id="back" kind="secondary" onTap={backToQueue}>
              返回
            </Button>
          )
        }
      />
    </Page>
  );
}

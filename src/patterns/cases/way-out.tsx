import type { Failure } from '../../client/transport/failure';
import { Notice } from '../../ui/notice';
import { isMeant, type Offered } from './offered';
import { SeldomMove } from './seldom-move';

interface Props {
  id: string;
  /** Null where it cannot be done: nothing is shown. */
  offered: Offered | null;
  /** When it is meant. */
  about: string;
  failure: Failure | null;
  /** What the button says with which it is meant; else what the move's says. */
  yes?: string;
  onMeant: (offered: Offered) => unknown;
}

/** How whoever began something gives it up: seldom needed, asked before it is done, and told above it when it could not be. */
export function WayOut({ id, offered, about, failure, yes, onMeant }: Props) {
  if (offered === null) return null;
  return (
    <>
      {failure ? <Notice tone="error">{failure.message}</Notice> : null}
      <SeldomMove
        id={id}
        offered={offered}
        kind="text"
        about={about}
        onTap={async (move) => ((await isMeant(move, yes)) ? onMeant(move) : undefined)}
      />
    </>
  );
}

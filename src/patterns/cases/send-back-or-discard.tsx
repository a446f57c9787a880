import { useState } from 'react';
import type { Failure } from '../../client/transport/failure';
import { toast } from '../../ui/sheets/toast';
import { isMeant, type Offered, offeredOf } from './offered';
import { ReasonSheet } from './reason-sheet';
import { SeldomMove } from './seldom-move';

interface Props {
  /** The id of what was written. */
  about: string;
  moves: readonly Offered[];
  /** What the reason says, and how long it may be. */
  hint: string;
  max: number;
  /** When it is meant to be discarded. */
  unwanted: string;
  failure: Failure | null;
  onSendBack: (reason: string) => Promise<boolean>;
  onDiscard: () => unknown;
}

/** What is seldom done with something that a second person has to sign: it goes back with a reason, or is given up. */
export function SendBackOrDiscard({ about, moves, hint, max, unwanted, failure, onSendBack, onDiscard }: Props) {
  const [open, setOpen] = useState(false);
  const [sendingBack, discarding] = [offeredOf(moves, 'sendBack'), offeredOf(moves, 'discard')];
  return (
    <>
      {sendingBack ? (
        <SeldomMove
          id="send-back"
          offered={sendingBack}
          kind="secondary"
          about="写明哪里要改，送签人会收到通知。"
          onTap={() => setOpen(true)}
        />
      ) : null}
      {discarding ? (
        <SeldomMove
          id="discard"
          offered={discarding}
          kind="text"
          about={unwanted}
          onTap={async (offered) => ((await isMeant(offered)) ? onDiscard() : undefined)}
        />
      ) : null}
      <ReasonSheet
        move="sendBack"
        about={about}
        offered={sendingBack}
        hint={hint}
        max={max}
        open={open}
        onClose={() => setOpen(false)}
        failure={failure}
        onSend={async (reason) => {
          if (!(await onSendBack(reason))) return false;
          setOpen(false);
          toast('已退回');
          return true;
        }}
      />
    </>
  );
}

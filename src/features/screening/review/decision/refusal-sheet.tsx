import type { Failure } from '../../../../client/transport/failure';
import { offeredOf } from '../../../../patterns/cases/offered';
import { ReasonSheet } from '../../../../patterns/cases/reason-sheet';
import type { Decision } from './standing-decision';

interface Props {
  decision: Decision | null;
  open: boolean;
  onClose: () => void;
  failure: Failure | null;
  onSend: (asked: { decisionId: string; version: number; reason: string }) => Promise<boolean>;
}

/** The second person does not agree, and says why to whoever decided. */
export const RefusalSheet = ({ decision, onSend, ...sheet }: Props) => (
  <ReasonSheet
    move="refuse"
    about={decision?.decisionId ?? ''}
    offered={decision && offeredOf(decision.moves, 'refuse')}
    hint="写明哪里要改，只有工作人员看到"
    max={300}
    {...sheet}
    onSend={async (reason) =>
      decision !== null && onSend({ decisionId: decision.decisionId, version: decision.version, reason })
    }
  />
);

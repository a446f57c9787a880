import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { isMeant, offeredOf } from '../../../patterns/cases/offered';
import { SeldomMove } from '../../../patterns/cases/seldom-move';
import { Notice } from '../../../ui/notice';
import type { ApplicationView } from './application-view';

/** Takes an application back for good, where that can still be done. */
export function Withdraw({ view: { applicationId, version, moves } }: { view: ApplicationView }) {
  const change = useChange(api.benefits.moveApplication, touches.benefits);
  const offered = offeredOf(moves, 'withdraw');
  if (offered === null) return null;
  return (
    <>
      {change.failure ? <Notice tone="error">{change.failure.message}</Notice> : null}
      <SeldomMove
        id="withdraw"
        offered={offered}
        kind="text"
        about="不再办理时用，撤回后不能恢复。"
        onTap={async (meant) => {
          if (await isMeant(meant))
            await change.run({ applicationId, version, move: meant.move, reason: '', faults: [] });
        }}
      />
    </>
  );
}

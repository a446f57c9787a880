import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { offeredOf } from '../../../patterns/cases/offered';
import { WayOut } from '../../../patterns/cases/way-out';
import { toast } from '../../../ui/sheets/toast';
import type { ApplicationView } from './application-view';

/** Takes an application back for good, where that can still be done. */
export function Withdraw({ view: { applicationId, version, moves } }: { view: ApplicationView }) {
  const change = useChange(api.benefits.moveApplication, touches.benefits);
  return (
    <WayOut
      id="withdraw"
      offered={offeredOf(moves, 'withdraw')}
      about="不再办理时用，撤回后不能恢复。"
      failure={change.failure}
      onMeant={async ({ move }) => {
        if (await change.run({ applicationId, version, move, reason: '', faults: [] })) toast('已撤回');
      }}
    />
  );
}

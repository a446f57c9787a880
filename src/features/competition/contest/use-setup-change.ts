import type { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { type Act, useChange } from '../../../client/cache/use-change';
import { toast } from '../../../ui/sheets/toast';

export type Setup = Awaited<ReturnType<typeof api.competition.contestSetup>>;

/** A change of a contest's setup: said once it is kept; a colleague's that came first is asked for, and what was typed stays. */
export function useSetupChange<Input>(act: Act<Input, Setup>) {
  const change = useChange(act, touches.competition);
  const send = async (input: Input): Promise<boolean> => {
    const kept = await change.run(input);
    if (kept) toast('已保存');
    return kept !== null;
  };
  const current =
    change.failure?.code === 'CASE_STALE' ? ((change.failure.current as Setup | undefined) ?? null) : null;
  return { send, busy: change.busy, failure: change.failure, current };
}

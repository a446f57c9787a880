import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useAsk } from '../../../client/cache/use-ask';
import { useChange } from '../../../client/cache/use-change';
import { isMeant, offeredOf } from '../../../patterns/cases/offered';
import { useMoves } from '../../../patterns/cases/use-moves';

export type Stay = Awaited<ReturnType<typeof api.incubation.stay>>;

export const stayKey = (applicationId: string) => ['incubation', 'stay', applicationId];

export const useStay = (applicationId: string) =>
  useAsk(stayKey(applicationId), () => api.incubation.stay({ applicationId }));

/** The moves of whoever applied: each asked again where it cannot be undone. */
export function useStayMoves({ applicationId, version, moves }: Stay) {
  const change = useChange(api.benefits.moveApplication, touches.places);
  const { make, failure, busy, forget } = useMoves([change], stayKey(applicationId));
  const send = (move: string, reason = '') =>
    make(() => change.run({ applicationId, version, move, reason, faults: [], answers: {} }));
  return {
    failure,
    busy,
    forget,
    send,
    ask: async (move: string) => {
      const offered = offeredOf(moves, move);
      if (offered && (offered.danger === null || (await isMeant(offered)))) await send(move);
    },
  };
}

import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { useMoves } from '../../../patterns/cases/use-moves';

/** Every move of a review. */
export function useReviewMoves(entryId: string) {
  const claim = useChange(api.screening.claim, touches.review);
  const release = useChange(api.screening.release, touches.review);
  const approve = useChange(api.screening.approve, touches.review);
  const giveBack = useChange(api.screening.return, touches.review);
  const reject = useChange(api.screening.reject, touches.review);
  const transfer = useChange(api.screening.transfer, touches.review);
  const reopen = useChange(api.screening.reopen, touches.review);
  const recallReturn = useChange(api.screening.recallReturn, touches.review);
  const takeBack = useChange(api.screening.takeBack, touches.review);
  const sendNow = useChange(api.screening.sendNow, touches.review);
  const sign = useChange(api.screening.sign, touches.review);
  const refuseSignature = useChange(api.screening.refuseSignature, touches.review);
  const all = {
    claim,
    release,
    approve,
    giveBack,
    reject,
    transfer,
    reopen,
    recallReturn,
    takeBack,
    sendNow,
    sign,
    refuseSignature,
  };
  return { ...all, ...useMoves(Object.values(all), ['screening', 'review', entryId]) };
}

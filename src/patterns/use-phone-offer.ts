import { type Purpose, purposes } from '@shared/telling/templates';
import { api } from '../client/api';
import { askWechat, wechatReminds } from '../client/ask-wechat';
import { touches } from '../client/cache/touches';
import { useAsk } from '../client/cache/use-ask';
import { useChange } from '../client/cache/use-change';
import { useSessionHeld } from '../client/session/use-session-held';

/** Whoever has agreed to so many is not asked at each tap. */
const enough = 3;

/** What one is told of on the phone. */
export function usePhoneReminders(enabled = true) {
  const held = useSessionHeld();
  return useAsk(['notices', 'phoneReminders'], () => api.notices.phoneReminders({}), held && enabled);
}

type Offered = { purpose: Purpose; templateId: string };

/** What WeChat can be made to ask, and asking it. */
function useAsking() {
  const reminders = usePhoneReminders(wechatReminds);
  const { run } = useChange(api.notices.keepPhoneAnswers, touches.phone);
  /**
   * Of these purposes, the most wanted first, what is wanted and agreed to fewer times than `most`. One agreement is one message: of several that share
   * a template the one that was agreed to the fewest times, so that what is said beside the button is what is asked.
   */
  const offeredOf = (wanted: readonly Purpose[], most: number): Offered[] => {
    const items = reminders.data?.items ?? [];
    const open = wanted.flatMap((purpose) =>
      items.filter((item) => item.purpose === purpose && item.wanted && item.left < most),
    );
    return open.flatMap(({ purpose, templateId, left }, i) => {
      const before = open.some(
        (other, j) => other.templateId === templateId && (other.left < left || (other.left === left && j < i)),
      );
      return templateId === null || before ? [] : [{ purpose, templateId }];
    });
  };
  const askFor = async (offered: readonly Offered[]): Promise<void> => {
    const told = await askWechat(offered.map(({ templateId }) => templateId));
    const answers = offered.flatMap(({ purpose, templateId }) => {
      const answer = told.get(templateId);
      return answer === undefined ? [] : [{ purpose, answer }];
    });
    if (answers.length > 0) await run({ answers });
  };
  return { offeredOf, askFor };
}

/** Whoever reads of something that came by phone and has used up what they agreed to is asked for the next one, inside the tap that opens it. */
export function useOfferAgain(): (purpose: Purpose | null) => Promise<void> {
  const { offeredOf, askFor } = useAsking();
  return async (purpose) => {
    const offered = purpose === null ? [] : offeredOf([purpose], 1);
    if (offered.length > 0) await askFor(offered);
  };
}

/**
 * Offers to tell of something on the phone too. WeChat asks inside the tap of a button whose work it goes with.
 * @returns `words` for beside the button: what WeChat will ask, and what for; null when it will not. `ask` is called first thing in the tap,
 * and never fails: the work goes on whatever was answered.
 */
export function usePhoneOffer(wanted: readonly Purpose[]): { words: string | null; ask(): Promise<void> } {
  const { offeredOf, askFor } = useAsking();
  const offered = offeredOf(wanted, enough);
  const names = offered.map(({ purpose }) => `“${purposes[purpose].zh}”`).join('和');
  return {
    words: offered.length === 0 ? null : `微信会询问是否接收${names}，同意一次提醒一次。`,
    ask: () => askFor(offered),
  };
}

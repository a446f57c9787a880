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

/**
 * Offers to tell of something on the phone too. WeChat asks inside the tap of a button whose work it goes with.
 * @returns `words` for beside the button: what WeChat will ask, and what for; null when it will not. `ask` is called first thing in the tap,
 * and never fails: the work goes on whatever was answered.
 */
export function usePhoneOffer(wanted: readonly Purpose[]): { words: string | null; ask(): Promise<void> } {
  const reminders = usePhoneReminders(wechatReminds);
  const { run } = useChange(api.notices.keepPhoneAnswers, touches.phone);
  const offered = (reminders.data?.items ?? []).flatMap(({ templateId, ...each }) =>
    templateId !== null && wanted.includes(each.purpose) && each.wanted && each.left < enough
      ? [{ ...each, templateId }]
      : [],
  );
  const names = offered.map(({ purpose }) => `“${purposes[purpose].zh}”`).join('和');
  const ask = async () => {
    const told = await askWechat([...new Set(offered.map(({ templateId }) => templateId))]);
    const answers = offered.flatMap(({ purpose, templateId }, i) => {
      const answer = told.get(templateId);
      // One agreement is one message: where two purposes share a template, it is the first one's.
      const first = offered.findIndex((each) => each.templateId === templateId) === i;
      return answer !== undefined && first ? [{ purpose, answer }] : [];
    });
    if (answers.length > 0) await run({ answers });
  };
  return { words: offered.length === 0 ? null : `微信会询问是否接收${names}，同意一次提醒一次。`, ask };
}

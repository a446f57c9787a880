import { toShanghai } from '@shared/kernel/shanghai';
import { noticesContract } from '@shared/notices/contract';
import { type Purpose, purposeNames, purposes } from '@shared/telling/templates';
import { audit } from '../platform/audit/audit';
import { type Call, me } from '../rpc/call';
import { noSubject, procedure } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import { agreedOf, choose, keepAnswers } from '../telling/phone/agreed';
import { sendAgain, unsent } from '../telling/phone/unsent';

/** Every purpose that this installation has a template for, with what the caller agreed to. */
async function standing(call: Call) {
  const agreed = await agreedOf(call.db, me(call));
  return {
    items: purposeNames.flatMap((purpose) => {
      const { zh, template } = purposes[purpose];
      const templateId = call.home.templateIds[template];
      if (templateId === undefined) return [];
      const { left, wanted } = agreed.find((each) => each.purpose === purpose) ?? { left: 0, wanted: true };
      return [{ purpose, zh, templateId, left, wanted }];
    }),
  };
}

/** What one is told of on the phone, and how often still. */
export const phoneReminders = procedure(noticesContract.phoneReminders, noSubject, standing);

/** Keeps what WeChat was answered inside a tap. */
export const keepPhoneAnswers = procedure(noticesContract.keepPhoneAnswers, noSubject, async (call, { answers }) => {
  await keepAnswers(call.db, me(call), answers, call.now);
  return standing(call);
});

/** Whether one wants to be told of it on the phone at all. */
export const choosePhone = procedure(noticesContract.choosePhone, noSubject, async (call, { purpose, wanted }) => {
  await choose(call.db, me(call), purpose, wanted, call.now);
  return standing(call);
});

/** What did not reach phones, and why. */
export const unsentMessages = procedure(noticesContract.unsentMessages, noSubject, async (call) => ({
  items: (await unsent(call.db)).map((each) => ({
    ...each,
    purposeZh: purposes[each.purpose as Purpose]?.zh ?? each.purpose,
    endedAt: toShanghai(each.endedAt),
  })),
}));

/** Sends them once more. */
export const sendMessagesAgain = procedure(noticesContract.sendMessagesAgain, noSubject, async (call, input) => {
  const waiting = await sendAgain(call.db, input, call.now);
  if (waiting === 0) throw new Refused('NOTICES_NOTHING_TO_SEND');
  await audit(call, `message:${input.messageId}`, 'notices/sendMessagesAgain', { waiting, code: input.code });
  // The worker is woken as for an event.
  call.left.events += 1;
  return { waiting };
});

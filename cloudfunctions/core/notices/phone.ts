import { toShanghai } from '@shared/kernel/shanghai';
import { noticesContract } from '@shared/notices/contract';
import { type Purpose, purposeNames, purposes, textOf } from '@shared/telling/templates';
import { textCaps, textConsent } from '@shared/telling/texts';
import { audit } from '../platform/audit/audit';
import { type Call, me } from '../rpc/call';
import { noSubject, procedure } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import { agreedOf, choose, keepAnswers } from '../telling/phone/agreed';
import { settleTextConsent, textsOf } from '../telling/texts/consent';
import { sendAgain, unsent } from '../telling/unsent';

/** Every purpose that this installation has a road to phones for, with what the caller agreed to and wants. */
async function standing(call: Call) {
  const { templateIds, textTemplateIds } = call.home;
  const [agreed, texts] = await Promise.all([agreedOf(call.db, me(call)), textsOf(call.db, me(call), call.now)]);
  const { version, zh, text: words } = textConsent;
  return {
    items: purposeNames.flatMap((purpose) => {
      const templateId = templateIds[purposes[purpose].template] ?? null;
      const kind = textOf(purpose);
      const text = kind === null || textTemplateIds[kind] === undefined ? null : !texts.unwanted.includes(purpose);
      if (templateId === null && text === null) return [];
      const { left, wanted } = agreed.find((each) => each.purpose === purpose) ?? { left: 0, wanted: true };
      return [{ purpose, zh: purposes[purpose].zh, templateId, left, wanted, text }];
    }),
    texts:
      Object.keys(textTemplateIds).length === 0
        ? null
        : { version, zh, words, given: texts.given, sent: texts.sent, most: textCaps.month },
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
export const choosePhone = procedure(noticesContract.choosePhone, noSubject, async (call, choice) => {
  await choose(call.db, me(call), choice, call.now);
  return standing(call);
});

/** The consent to text messages, apart from every other; without it none is sent. */
export const chooseTexts = procedure(noticesContract.chooseTexts, noSubject, async (call, { agreed, version }) => {
  if (agreed && version !== textConsent.version) throw new Refused('NOTICES_TEXTS_OUTDATED');
  await settleTextConsent(call, me(call), agreed);
  await audit(call, `person:${me(call)}`, 'notices/chooseTexts', { version, given: agreed });
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
  await audit(call, `message:${input.messageId}`, 'notices/sendMessagesAgain', {
    road: input.road,
    waiting,
    code: input.code,
  });
  // The worker is woken as for an event.
  call.left.events += 1;
  return { waiting };
});

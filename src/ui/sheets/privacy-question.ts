import Taro from '@tarojs/taro';

type Answer = { event: 'exposureAuthorization' | 'disagree' } | { event: 'agree'; buttonId: string };
type Listener = (answer: (answer: Answer) => void, about: { referrer: string }) => void;

/** What WeChat waits for: an agreement to the privacy guide, before it does what `referrer` names. */
export type PrivacyQuestion = { referrer: string };

let waiting: Array<(answer: Answer) => void> = [];
let question: PrivacyQuestion | null = null;
const listeners = new Set<() => void>();

/** The question that WeChat asks now, or null. */
export const privacyQuestion = (): PrivacyQuestion | null => question;

export function onPrivacyQuestion(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function put(next: PrivacyQuestion | null): void {
  question = next;
  for (const listener of listeners) listener();
}

/**
 * From now on WeChat asks us, not the person, before it hands out what is private (platform §7); pages show the question as a
 * sheet in our own words. Called once, as the app starts. Clients from before 2023 know no such question and ask nothing.
 */
export function watchPrivacy(): void {
  const platform = Taro as unknown as { onNeedPrivacyAuthorization?: (listener: Listener) => void };
  platform.onNeedPrivacyAuthorization?.((answer, about) => {
    waiting.push(answer);
    answer({ event: 'exposureAuthorization' });
    put({ referrer: about?.referrer ?? '' });
  });
}

/** Hands the person's answer to WeChat, which goes on or gives up. `buttonId` is the button that was tapped to agree. */
export function answerPrivacy(answer: { event: 'disagree' } | { event: 'agree'; buttonId: string }): void {
  const asked = waiting;
  waiting = [];
  put(null);
  for (const tell of asked) tell(answer);
}

/** WeChat's own page with the whole guide. */
export function openPrivacyGuide(): void {
  const platform = Taro as unknown as { openPrivacyContract?: (options: object) => void };
  platform.openPrivacyContract?.({});
}

import Taro from '@tarojs/taro';

const storageKey = 'xinghuo-session';
const visitorKey = 'xinghuo-visitor';
const listeners = new Set<() => void>();

/** In WeChat's cloud the platform says who calls; elsewhere a session's token does. */
export const platformKnowsCaller = process.env.TARO_APP_HOME === 'cloud';

/** In WeChat's cloud: whether the server knows nobody behind the platform's word, as it said when it was last asked. */
let stranger = false;

export function sessionToken(): string | null {
  return Taro.getStorageSync<string>(storageKey) || null;
}

/** In WeChat's cloud: the person has left this device, so calls say that a visitor makes them. */
export const isVisitor = (): boolean => platformKnowsCaller && Taro.getStorageSync<string>(visitorKey) === 'yes';

function tell(): void {
  for (const listener of listeners) listener();
}

/** Keeps or, with null, forgets the session of this device, and tells every page. */
export function keepSession(token: string | null): void {
  if (token === null) Taro.removeStorageSync(storageKey);
  else Taro.setStorageSync(storageKey, token);
  tell();
}

/** How often the server has shown that it knows somebody. */
let meetings = 0;
export const meetingsSoFar = (): number => meetings;

/**
 * In WeChat's cloud: whether the server knows somebody behind the platform's word, as it has just shown.
 * @param asked the meetings there had been when it was asked: signing in may be answered sooner than what was asked before it, and stands
 */
export function met(somebody: boolean, asked = meetings): void {
  if (somebody) meetings += 1;
  else if (asked < meetings) return;
  if (stranger === !somebody) return;
  stranger = !somebody;
  tell();
}

/** In WeChat's cloud: calls are made by a visitor from now on, or by whom the platform says. */
export function visit(visiting: boolean): void {
  if (visiting) Taro.setStorageSync(visitorKey, 'yes');
  else Taro.removeStorageSync(visitorKey);
  stranger = false;
  tell();
}

export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const signedIn = (): boolean => (platformKnowsCaller ? !stranger && !isVisitor() : sessionToken() !== null);

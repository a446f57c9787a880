import type { Reminded, Reminder } from './reminder';

/** What the server asks WeChat; own servers over HTTP, the cloud through its own environment. */
export type Wechat = {
  /** The openid behind a `wx.login` code; null when WeChat refuses the code. */
  openidOf(code: string): Promise<string | null>;
  /** The phone number behind a `getPhoneNumber` code; null when WeChat refuses the code. */
  phoneOf(code: string): Promise<string | null>;
  /** Sends a subscription message; what became of it is the answer, also when WeChat fails. */
  remind(reminder: Reminder): Promise<Reminded>;
};

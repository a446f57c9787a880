/** What the server asks WeChat; own servers over HTTP, the cloud through its own environment. */
export type Wechat = {
  /** The openid behind a `wx.login` code; null when WeChat refuses the code. */
  openidOf(code: string): Promise<string | null>;
  /** The phone number behind a `getPhoneNumber` code; null when WeChat refuses the code. */
  phoneOf(code: string): Promise<string | null>;
};

/**
 * A stand-in for sms.tencentcloudapi.com on this machine: it speaks the documented protocol of SendSms (2021-01-11), checks the signature
 * (TC3-HMAC-SHA256) by its own reckoning, and is used by nothing else.
 */
import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export type SmsServer = {
  /** What the account needs to reach it. */
  account: { base: string; secretId: string; secretKey: string; appId: string; sign: string };
  /** Texts that it took up, in order. */
  sent: Array<{ to: string; template: string; parameters: string[] }>;
  /** What the next ones are answered instead: a code of the status, `!` and a code of the whole answer, `silence`, or `fault` (a 502). */
  answerWith: string[];
  /** Bodies as they came, whole. */
  bodies: string[];
  close(): Promise<void>;
};

type Asked = {
  PhoneNumberSet: string[];
  SmsSdkAppId: string;
  SignName: string;
  TemplateId: string;
  TemplateParamSet: string[];
};

const hex = (text: string): string => createHash('sha256').update(text).digest('hex');
const mac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** @param now milliseconds: a signature is good for five minutes */
export async function openSmsServer(now: () => number): Promise<SmsServer> {
  const keys = { secretId: 'AKIDexample', secretKey: 'not-a-real-key' };
  const [sent, answerWith, bodies]: [SmsServer['sent'], string[], string[]] = [[], [], []];

  /** The code of what is wrong with who asks; null: nothing. */
  function signatureFault({ headers, method, url }: IncomingMessage, body: string): string | null {
    const told =
      /^TC3-HMAC-SHA256 Credential=(\S+)\/(\d{4}-\d\d-\d\d)\/sms\/tc3_request, SignedHeaders=(\S+), Signature=([0-9a-f]{64})$/.exec(
        headers.authorization ?? '',
      );
    if (told === null) return 'AuthFailure.InvalidAuthorization';
    const [, id, day, names = '', signature] = told;
    if (id !== keys.secretId) return 'AuthFailure.SecretIdNotFound';
    const seconds = Number(headers['x-tc-timestamp']);
    const fresh = Math.abs(now() / 1000 - seconds) <= 300;
    if (!fresh || new Date(seconds * 1000).toISOString().slice(0, 10) !== day) return 'AuthFailure.SignatureExpire';
    const lines = names.split(';').map((name) => {
      const value = String(headers[name] ?? '').trim();
      return `${name}:${name === 'content-type' ? value : value.toLowerCase()}\n`;
    });
    const canonical = `${method}\n${url}\n\n${lines.join('')}\n${names}\n${hex(body)}`;
    const toSign = `TC3-HMAC-SHA256\n${seconds}\n${day}/sms/tc3_request\n${hex(canonical)}`;
    const key = mac(mac(mac(`TC3${keys.secretKey}`, day ?? ''), 'sms'), 'tc3_request');
    if (mac(key, toSign).toString('hex') !== signature) return 'AuthFailure.SignatureFailure';
    if (headers['x-tc-action'] !== 'SendSms') return 'InvalidAction';
    return headers['x-tc-version'] === '2021-01-11' && headers['x-tc-region'] ? null : 'MissingParameter';
  }

  const failed = (Code: string) => ({ Response: { Error: { Code, Message: 'as told' }, RequestId: 'r' } });

  function answer(request: IncomingMessage, body: string, instead: string | undefined): object {
    const fault = signatureFault(request, body);
    if (fault !== null) return failed(fault);
    if (instead?.startsWith('!')) return failed(instead.slice(1));
    const asked = JSON.parse(body) as Asked;
    if (asked.SmsSdkAppId !== '1400006666') return failed('InvalidParameterValue.SdkAppIdNotExist');
    const [to = ''] = asked.PhoneNumberSet;
    const Code = instead ?? (asked.SignName === '星火大赛' ? 'Ok' : 'FailedOperation.SignatureIncorrectOrUnapproved');
    if (Code === 'Ok') sent.push({ to, template: asked.TemplateId, parameters: asked.TemplateParamSet });
    const SerialNo = Code === 'Ok' ? `2028:${sent.length}` : '';
    const status = { SerialNo, PhoneNumber: to, Fee: Code === 'Ok' ? 1 : 0, SessionContext: '', Code, Message: Code };
    return { Response: { SendStatusSet: [status], RequestId: 'r' } };
  }

  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    bodies.push(body);
    const instead = answerWith.shift();
    if (instead === 'silence') return;
    if (instead === 'fault') return void response.writeHead(502).end();
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer(request, body, instead)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    account: { base, ...keys, appId: '1400006666', sign: '星火大赛' },
    sent,
    answerWith,
    bodies,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

import { type Answer, type WechatCalls, WechatFailed } from './wechat-calls';

/** Files in the storage of a WeChat cloud environment, by their paths, with an administrator's rights. */
export type CloudFiles = {
  /** The file's bytes, or null when there is none. Throws TooLarge before more than `maxBytes` were read. */
  read(path: string, maxBytes: number): Promise<Buffer | null>;
  /** Puts bytes at a path; what stood there is replaced. Whoever fetches them is told this media type. */
  write(path: string, bytes: Buffer, contentType: string): Promise<void>;
  /** A public address that lives so many seconds; null when there is no such file. */
  addressOf(path: string, seconds: number): Promise<string | null>;
  /** Takes a file away; nothing happens when there is none. */
  remove(path: string): Promise<void>;
};

export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** Milliseconds for 50 MB between two services of one data centre, with room. */
const transferPatience = 15_000;
/** Seconds that our own reading of a file may take to begin. */
const readLife = 120;

/**
 * The cloud storage's server interface (developers.weixin.qq.com, wxcloud/reference-http-api/storage): a function of ours
 * needs no library for it. `env` is the environment's id. Every verb throws WechatFailed when WeChat does.
 */
export function openCloudFiles({ askWithToken }: WechatCalls, env: string): CloudFiles {
  let prefix: Promise<string> | null = null;

  async function ask(call: string, body: object): Promise<Answer> {
    const answer = await askWithToken(call, `/tcb/${call}`, { env, ...body });
    if ((answer.errcode ?? 0) !== 0) throw new WechatFailed(call, answer.errcode ?? null);
    return answer;
  }

  /** Where and how to send a file. Asking sends nothing. */
  async function uploadForm(path: string): Promise<Record<'url' | 'token' | 'authorization' | 'id' | 'cosId', string>> {
    const { url, token, authorization, file_id: id, cos_file_id: cosId } = await ask('uploadfile', { path });
    const form = { url, token, authorization, id, cosId };
    if (Object.values(form).some((part) => typeof part !== 'string')) throw new WechatFailed('uploadfile', null);
    return form as Record<keyof typeof form, string>;
  }

  /** `cloud://<environment>.<bucket>`: the bucket's name is the cloud's to tell, and no caller's word is taken for it. */
  async function idOf(path: string): Promise<string> {
    const place = 'uploads/none';
    prefix ??= uploadForm(place).then(({ id }) => id.slice(0, -place.length));
    try {
      return `${await prefix}${path}`;
    } catch (error) {
      prefix = null;
      throw error;
    }
  }

  async function addressOf(path: string, seconds: number): Promise<string | null> {
    const list = [{ fileid: await idOf(path), max_age: seconds }];
    const [file] = (await ask('batchdownloadfile', { file_list: list })).file_list as Array<Record<string, unknown>>;
    const address = file?.status === 0 ? file.download_url : null;
    return typeof address === 'string' && address !== '' ? address : null;
  }

  return {
    addressOf,

    async read(path, maxBytes) {
      const address = await addressOf(path, readLife);
      if (address === null) return null;
      const response = await transfer('reading a file', address, {});
      if (response.status === 404) return null;
      if (!response.ok || response.body === null) throw new WechatFailed('reading a file', response.status);
      return within(response.body, maxBytes);
    },

    async write(path, bytes, contentType) {
      const { url, token, authorization, cosId } = await uploadForm(path);
      const form = new FormData();
      form.append('key', path);
      form.append('Signature', authorization);
      form.append('x-cos-security-token', token);
      form.append('x-cos-meta-fileid', cosId);
      // The storage takes the type from here and not from the file's own part (cloud.tencent.com/document/product/436/14690).
      form.append('Content-Type', contentType);
      form.append('file', new Blob([new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length)]));
      const response = await transfer('writing a file', url, { method: 'POST', body: form });
      if (!response.ok) throw new WechatFailed('writing a file', response.status);
    },

    async remove(path) {
      await ask('batchdeletefile', { fileid_list: [await idOf(path)] });
    },
  };
}

async function within(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  for (let size = 0; ; ) {
    const { value } = await reader.read().catch(() => {
      throw new WechatFailed('reading a file', null);
    });
    if (value === undefined) return Buffer.concat(chunks, size);
    size += value.length;
    if (size > maxBytes) {
      await reader.cancel();
      throw new TooLarge(`More than ${maxBytes} bytes`);
    }
    chunks.push(value);
  }
}

async function transfer(call: string, url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(transferPatience) });
  } catch {
    // The cause names the address, which opens the file.
    throw new WechatFailed(call, null);
  }
}

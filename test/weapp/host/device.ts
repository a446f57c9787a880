/** The phone around the app, in the test's own process: its album and chats, its viewers, and what lies behind the network. */

import { makeJpg } from '../../support/sample-files/picture';
import { pictureSize } from './picture-size';

/** A file as the phone holds it. */
export type Offered = { name: string; bytes: Buffer };

/** Where it lies, or what makes it. */
export type Place = 'album' | 'camera' | 'chat';

/** What is sent to a chat. */
export type Card = { title: string; path: string };

/** What a viewer of WeChat's was given: by which API, the bytes, and what it was said to be. */
export type Shown = { how: string; bytes: Buffer; fileType?: string };

export type HttpAsked = { url: string; method: string; data: unknown; header: Record<string, string> };
export type HttpAnswer = { statusCode: number; data: unknown };

/** `type` is what the answer said it is, by which WeChat names what it keeps. */
export type Fetched = { statusCode: number; bytes: Buffer; type: string | null };

export const fetched = async (response: Response): Promise<Fetched> => ({
  statusCode: response.status,
  bytes: Buffer.from(await response.arrayBuffer()),
  type: response.headers.get('Content-Type'),
});

/** What stands behind the phone. Each answers as WeChat does; one that is not given refuses. */
export type Behind = {
  /** WeChat's cloud. */
  callFunction?(name: string, data: unknown): Promise<unknown>;
  uploadFile?(cloudPath: string, file: Offered): Promise<{ fileID: string }>;
  /** Servers of one's own. */
  request?(asked: HttpAsked): Promise<HttpAnswer>;
  uploadForm?(url: string, file: Offered, fields: Record<string, string>): Promise<HttpAnswer>;
  /** The code of `wx.login`. */
  login?(): string;
  /** Both. */
  download?(url: string, header: Record<string, string>): Promise<Fetched>;
  /** The code of a tap on the phone button. */
  phoneCode?(): string;
};

export type Device = {
  answer(kind: string, question: never): unknown;
  calls(): number;
  /** What is there to be chosen next, and where. */
  offer(file: Offered, from: Place): void;
  /** Waits until WeChat's viewers were given so many things; answers all, the oldest first. */
  shown(count: number): Promise<readonly Shown[]>;
  /** The person, or the phone, lets the app not into the album or to the camera; until it is allowed in the settings. */
  refuse(place: Place, by: 'wechat' | 'system'): void;
  /** From now on WeChat can read HEIC photos, as on an iPhone; before it can not. */
  learnHeic(): void;
  slow(on: boolean): void;
  card(): Promise<Card>;
  /** What the app told WeChat's real-time log, line by line. */
  logged(): readonly string[];
  /** Holds the camera at a code that says this, for the next scanning. */
  aim(code: string): void;
  /** What this person says from now on when WeChat asks whether they want to be told of something; no, until then. */
  agree(yes: boolean): void;
  /** The templates that WeChat asked for, in order. */
  subscribed(): readonly string[];
};

const endings: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'video/mp4': 'mp4' };

type Window = {
  fault(words: string): void;
  bring(root: string): Promise<unknown>;
  pause(ms: number): Promise<unknown>;
};

export function makeDevice(behind: Behind, { fault, bring, pause }: Window): Device {
  let calls = 0;
  const offers: Array<Offered & { from: Place }> = [];
  const cards: Card[] = [];
  const screens: string[] = [];
  const shown: Shown[] = [];
  const logged: string[] = [];
  const refusals = new Map<string, 'wechat' | 'system'>();
  const held = new Map<string, Offered>();
  const asked: string[] = [];
  let agrees = false;
  let heic = false;
  let way: Promise<void> = Promise.resolve();
  let free: () => void = () => undefined;

  const there = <Name extends keyof Behind>(name: Name): NonNullable<Behind[Name]> => {
    const part = behind[name];
    if (!part) throw new Error(`nothing stands behind this phone that answers ${name}`);
    return part as NonNullable<Behind[Name]>;
  };
  const keep = (file: Offered) => {
    const path = `wxfile://tmp/${held.size}-${file.name}`;
    held.set(path, file);
    return path;
  };
  const take = (path: string): Offered => {
    const file = held.get(path);
    if (!file) throw new Error(`no file at ${path}`);
    return file;
  };
  const sides = (path: string) => {
    const { bytes } = take(path);
    return heic && bytes.toString('latin1', 4, 12) === 'ftypheic' ? { width: 4000, height: 3000 } : pictureSize(bytes);
  };
  const choose = (places: readonly string[]) => {
    const file = offers.shift();
    if (!file) throw new Error('cancel');
    if (!places.includes(file.from))
      throw new Error(`looked in the ${places}, and ${file.name} is in the ${file.from}`);
    return { path: keep(file), name: file.name, size: file.bytes.length };
  };

  const until = async (come: () => boolean, otherwise: string) => {
    for (let tries = 0; !come() && tries < 50; tries += 1) await pause(100);
    if (!come()) throw new Error(otherwise);
  };

  const answers: Record<string, (question: never) => unknown> = {
    fault,
    package: async (root: string) => void (await bring(root)),
    log: (words: unknown[]) => void logged.push(words.map(String).join(' ')),
    share: (card: Card) => void cards.push(card),
    callFunction: ({ name, data }: { name: string; data: unknown }) => {
      calls += 1;
      return there('callFunction')(name, data);
    },
    request: (asked: HttpAsked) => {
      calls += 1;
      return there('request')(asked);
    },
    login: () => there('login')(),
    phoneCode: () => there('phoneCode')(),
    uploadFile: async ({ cloudPath, filePath }: { cloudPath: string; filePath: string }) => {
      await way;
      return there('uploadFile')(cloudPath, take(filePath));
    },
    uploadForm: async (form: { url: string; filePath: string; name: string; formData: Record<string, string> }) => {
      if (form.name !== 'file') throw new Error(`the server expects the file under another name than ${form.name}`);
      await way;
      const { statusCode, data } = await there('uploadForm')(form.url, take(form.filePath), form.formData);
      // As WeChat has it: an upload's answer is text, whatever it says.
      return { statusCode, data: typeof data === 'string' ? data : JSON.stringify(data) };
    },
    download: async ({ url, header }: { url: string; header: Record<string, string> }) => {
      const { statusCode, bytes, type } = await there('download')(url, header);
      return { statusCode, tempFilePath: keep({ name: `download.${endings[type ?? ''] ?? 'unknown'}`, bytes }) };
    },
    chooseMedia: ({
      mediaType,
      sourceType,
      sizeType,
    }: {
      mediaType: string[];
      sourceType: string[];
      sizeType: string[];
    }) => {
      const by = sourceType.flatMap((place) => refusals.get(place) ?? [])[0];
      if (by) throw new Error(by === 'system' ? 'system permission denied' : 'auth deny');
      // It holds for films as well, which in their original size are too large for any slot.
      if (mediaType.includes('video') && !sizeType.includes('compressed'))
        fault('a film is asked for in its original size');
      const { path, name, size } = choose(sourceType);
      const fileType = name.endsWith('.mp4') ? 'video' : 'image';
      if (!mediaType.includes(fileType)) throw new Error(`no ${fileType} is shown when asked for ${mediaType}`);
      return { type: fileType, tempFiles: [{ tempFilePath: path, size, fileType }] };
    },
    chooseMessageFile: ({ type, extension }: { type: string; extension?: string[] }) => {
      if (extension && type !== 'file') fault(`chooseMessageFile heeds no extension for type ${type}`);
      const { path, name, size } = choose(['chat']);
      if (extension && !extension.some((ending) => name.endsWith(`.${ending}`)))
        throw new Error(`${name} is not shown`);
      return { tempFiles: [{ path, name, size, type: 'file', time: 0 }] };
    },
    readFile: ({ filePath, position, length }: { filePath: string; position: number; length: number }) =>
      take(filePath)
        .bytes.subarray(position, position + length)
        .toString('base64'),
    fileInfo: (path: string) => ({ size: take(path).bytes.length }),
    imageInfo: sides,
    // It draws nothing: another picture of the size that was wished for.
    compress: ({ src, compressedWidth }: { src: string; compressedWidth?: number }) => {
      const { width, height } = sides(src);
      const wide = compressedWidth ?? width;
      const bytes = makeJpg(wide, Math.round((height * wide) / width));
      return { tempFilePath: keep({ name: 'compressed.jpg', bytes }) };
    },
    scan: ({ onlyFromCamera }: { onlyFromCamera?: boolean }) => {
      // What somebody sent as a picture is not to be read as if it stood in front.
      if (onlyFromCamera !== true) fault('scanCode reads pictures from the album');
      const result = screens.shift();
      if (result === undefined) throw new Error('cancel');
      return { result };
    },
    subscribe: (templates: string[]) => {
      if (templates.length > 3) throw new Error('tmplIds has too many elements');
      asked.push(...templates);
      return Object.fromEntries(templates.map((id) => [id, agrees ? 'accept' : 'reject']));
    },
    settings: (kind: string) => {
      for (const [place, by] of refusals) if (by === kind) refusals.delete(place);
      return {};
    },
    show: (asked: {
      how: string;
      filePath?: string;
      fileType?: string;
      showmenu?: boolean;
      showMenu?: boolean;
      urls?: string[];
      sources?: Array<{ url: string; type: string }>;
    }) => {
      const { how, sources } = asked;
      // What is private must not be handed on from a viewer; a document's menu is shut unless it is asked for.
      if (how.startsWith('preview') ? asked.showmenu !== false : asked.showMenu === true)
        fault(`${how} can be handed on`);
      // WeChat takes what it previews for a picture unless it is told.
      const fileType = sources ? (sources[0]?.type ?? 'image') : asked.fileType;
      const { name, bytes } = take(asked.filePath ?? asked.urls?.[0] ?? sources?.[0]?.url ?? '');
      // An iPhone's player tells a film by its ending.
      if (how === 'previewMedia' && !name.endsWith('.mp4')) throw new Error(`${name} is not played`);
      // A document without a kind, and without an ending that tells it, is one that WeChat cannot open.
      if (how === 'openDocument' && !fileType) throw new Error('filetype not supported');
      shown.push({ how, bytes, ...(fileType !== undefined && { fileType }) });
    },
  };

  return {
    answer(kind, question) {
      const known = answers[kind];
      if (!known) throw new Error(`${kind} is not there`);
      return known(question);
    },
    calls: () => calls,
    logged: () => logged,
    refuse: (place, by) => void refusals.set(place, by),
    offer: (file, from) => void offers.push({ ...file, from }),
    aim: (code) => void screens.push(code),
    agree: (yes) => {
      agrees = yes;
    },
    subscribed: () => asked,
    async shown(count) {
      await until(() => shown.length >= count, `Nothing more than ${shown.length} was shown.`);
      return shown;
    },
    learnHeic: () => {
      heic = true;
    },
    slow(on) {
      free();
      way = on
        ? new Promise((resolve) => {
            free = resolve;
          })
        : Promise.resolve();
    },
    async card() {
      await until(() => cards.length > 0, 'Nothing was sent to a chat.');
      return cards.shift() as Card;
    },
  };
}

import type { TemplateIds } from '@shared/telling/templates';
import type { TextTemplateIds } from '@shared/telling/texts';
import type { ContentCheck } from '../platform/content-check/content-check';
import type { Keys } from '../platform/crypto/keys';
import type { Db } from '../platform/db';
import type { Sms } from '../platform/sms/sms';
import type { SealBook } from '../platform/storage/seal-book';
import type { Content, Storage, StreamingStorage } from '../platform/storage/storage';
import type { Wechat } from '../platform/wechat/wechat';

export type Mode = 'demo' | 'production';

/** Where an upload goes: our own endpoint or bucket (multipart form), or WeChat's cloud storage. */
export type UploadRoute = (upload: {
  uploadId: string;
  storageKey: string;
  personId: string;
  maxBytes: number;
  now: number;
}) => { kind: 'multipart'; url: string; fields: Record<string, string> } | { kind: 'cloud'; cloudPath: string };

/** What a home (laptop, WeChat cloud, own servers) gives the server; everything else is the same in all three. */
export type Home = Keys & {
  mode: Mode;
  db: Db;
  storage: Storage;
  /** Where the newest seal of the audit is told each day. */
  sealBook: SealBook;
  wechat: Wechat | null;
  /** Of the mini program's subscription messages; empty where it has none. */
  templateIds: TemplateIds;
  /** Who judges texts that others will read; null: the city's own list alone does. */
  contentCheck: ContentCheck | null;
  /** Who carries text messages; null: nobody does. */
  sms: Sms | null;
  /** Of the texts that the provider approved; empty where nobody carries any. */
  textTemplateIds: TextTemplateIds;
  uploadRoute: UploadRoute;
  /** The address under which an accepted file is opened until `expiresAt`, by `personId` alone where the home can tell. */
  fileAddress(file: Content & { uploadId: string; personId: string; expiresAt: number }): Promise<string>;
  /** Milliseconds; read once as a request arrives. */
  now(): number;
  random(bytes: number): Uint8Array;
  /** Called after a commit that left something in the outbox or a file to check. */
  wake(): void;
  /** False where the process may be frozen once it has answered, so that nothing may be left for later. */
  runsOn: boolean;
  log: { info(fields: object, message: string): void; error(fields: object, message: string): void };
};

/** What a call may reach while it may be inside a transaction: WeChat, files and whatever else asks outside is not there (conventions, The order of a call). */
export type InsideHome = Omit<Home, 'wechat' | 'sms' | 'contentCheck' | 'fileAddress' | 'storage' | 'sealBook'>;

/** A home whose files pass through its own process: a laptop, servers of one's own. */
export type StreamingHome = Home & { storage: StreamingStorage };

import type { TemplateIds } from '@shared/telling/templates';
import type { TextTemplateIds } from '@shared/telling/texts';
import type { ContentCheck } from '../core/platform/content-check/content-check';
import { deriveKey } from '../core/platform/crypto/derive-key';
import type { Keys } from '../core/platform/crypto/keys';
import { openRandom } from '../core/platform/crypto/random';
import type { Db } from '../core/platform/db';
import type { Sms } from '../core/platform/sms/sms';
import type { SealBook } from '../core/platform/storage/seal-book';
import { signAddress } from '../core/platform/storage/signed-address';
import type { StreamingStorage } from '../core/platform/storage/storage';
import { makeUploadToken } from '../core/platform/storage/upload-token';
import type { Wechat } from '../core/platform/wechat/wechat';
import type { Home, Mode, StreamingHome } from '../core/rpc/home';

/** The purpose under which file addresses are signed. */
export const fileAddressPurpose = 'file-address';

export type HostParts = Keys & {
  mode: Mode;
  db: Db;
  storage: StreamingStorage;
  sealBook: SealBook;
  wechat: Wechat | null;
  contentCheck: ContentCheck | null;
  templateIds: TemplateIds;
  sms: Sms | null;
  textTemplateIds: TextTemplateIds;
  now(): number;
  wake(): void;
  log: Home['log'];
};

/** A home on one Node process: uploads and files pass through this process, under addresses relative to its own. */
export function openHome(parts: HostParts): StreamingHome {
  const fileKey = deriveKey(parts.keys[0], fileAddressPurpose);
  return {
    ...parts,
    uploadRoute: ({ uploadId, personId, now }) => ({
      kind: 'multipart',
      url: `/files/${uploadId}`,
      fields: { token: makeUploadToken({ uploadId, personId, now }, parts.keys) },
    }),
    fileAddress: async ({ uploadId, personId, expiresAt }) =>
      `/files/${signAddress({ uploadId, personId, expiresAt }, fileKey)}`,
    runsOn: true,
    random: openRandom(),
  };
}

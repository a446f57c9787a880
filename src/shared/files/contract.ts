import * as z from 'zod/mini';
import { count, instant, machineText, uuid } from '../kernel/contract';

/*
 * What an area's contract says of files. No procedure is everybody's: each area has its own, on its own subject and under its own rules.
 */

/** A file is announced to a subject: `replaces` is one of the slot's files; without it a file is added where the slot takes several, and else takes the place of the one there. */
export const announced = {
  slot: machineText(40),
  name: machineText(255),
  size: count,
  replaces: z.optional(uuid),
};

/** How its bytes get here: our own endpoint's form, or the cloud's storage. */
const transfer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('multipart'), url: z.string(), fields: z.record(z.string(), z.string()) }),
  z.object({ kind: z.literal('cloud'), cloudPath: z.string() }),
]);

export const begun = z.object({ uploadId: uuid, via: transfer });

/** `fileId` is the cloud's, where the bytes went there. */
export const sent = z.object({ uploadId: uuid, fileId: z.optional(machineText(300)) });

export const ofUpload = z.object({ uploadId: uuid });

export const materialView = z.object({
  uploadId: uuid,
  slot: z.string(),
  /** Which of the slot's files this is a version of, counted from 1. */
  fileNo: z.int(),
  name: z.string(),
  size: count,
  kind: z.nullable(z.string()),
  state: z.enum(['sending', 'checking', 'accepted', 'refused']),
  refusal: z.nullable(z.string()),
  version: z.int(),
  sha256: z.nullable(z.string()),
  uploadedAt: instant,
  /** The submission that froze this version, when one did. */
  frozenIn: z.nullable(z.int()),
  /** It said where it was taken, and says so no more. */
  locationRemoved: z.boolean(),
  /** A picture of a person's paper, which few may open: its area says who. */
  personal: z.boolean(),
  /** Its name held an identity number, which is covered in what is kept. */
  nameCovered: z.boolean(),
  current: z.boolean(),
  /** What reviewing staff are told of it (`fileMarkZh`); never to the team. */
  marks: z.optional(z.array(z.string())),
});

/** One of the versions of a slot's file as a list tells of them, with who sent it. */
export const keptVersion = z.extend(materialView, { byZh: z.string() });

/** A signed address of a few minutes, for one reader alone. */
export const openedFile = z.object({
  url: z.string(),
  expiresAt: instant,
  name: z.string(),
  kind: z.string(),
  inline: z.boolean(),
});

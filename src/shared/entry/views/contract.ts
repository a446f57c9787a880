import * as z from 'zod/mini';
import { offeredMove, standing } from '../../cases/contract';
import { materialView } from '../../files/contract';
import { consentShown, obstacle, sectionShown } from '../../forms/contract';
import { date, instant, term, uuid, version } from '../../kernel/contract';
import { sectionNames } from '../sections';
import { renewalView } from '../standing/contract';

/* What an entry and its parts are to its team. */

export const sectionName = z.enum(sectionNames);

export const memberView = z.object({
  memberId: uuid,
  personId: uuid,
  name: z.string(),
  roleZh: z.string(),
  phoneMasked: z.string(),
  access: z.enum(['view', 'edit']),
  consentedAt: z.nullable(instant),
  isMe: z.boolean(),
});

export const sectionView = z.object({
  section: sectionName,
  zh: z.string(),
  ...sectionShown.shape,
  status: z.enum(['notStarted', 'unfinished', 'done', 'returned']),
  /** What staff returned in this section. */
  faults: z.array(z.string()),
});

export const entryCard = z.object({
  entryId: uuid,
  title: z.string(),
  reference: z.nullable(z.string()),
  regionZh: z.string(),
  trackZh: z.string(),
  editionZh: z.string(),
  ...standing.shape,
  role: z.enum(['leader', 'member']),
  nextZh: z.nullable(z.string()),
  link: z.string(),
});

export const entryView = z.object({
  entryId: uuid,
  version,
  contestId: z.string(),
  editionId: z.string(),
  /** The version of its edition under which it stands. */
  rulesVersion: z.int(),
  /** What the city changed since its team was told of the rules last: of a draft, which goes on under the new ones. */
  rulesChanged: z.array(z.object({ partZh: z.string(), reason: z.string(), at: z.nullable(instant) })),
  regionId: z.string(),
  regionZh: z.string(),
  trackZh: z.nullable(z.string()),
  groupZh: z.nullable(z.string()),
  ...standing.shape,
  reference: z.nullable(z.string()),
  /** null: the contest has no time for it yet. */
  signUpClosesAt: z.nullable(instant),
  /** The server's time as it answered. */
  now: instant,
  correctionDueAt: z.nullable(instant),
  ...term.shape,
  isLeader: z.boolean(),
  /** Begun at the counter and not confirmed yet: until when it waits for its person; null: somebody leads it. */
  waitsUntil: z.nullable(instant),
  canEdit: z.boolean(),
  sections: z.array(sectionView),
  members: z.array(memberView),
  materials: z.array(materialView),
  renewals: z.array(renewalView),
  consents: z.array(consentShown),
  notice: z.nullable(
    z.object({
      n: z.int(),
      sentAt: instant,
      dueDate: date,
      message: z.string(),
      /** `field`: the first that the fault is about, where the reviewer named some. */
      faults: z.array(
        z.object({ section: sectionName, sectionZh: z.string(), text: z.string(), field: z.nullable(z.string()) }),
      ),
    }),
  ),
  /** What still stands in the way of submitting, in the order of the task list. */
  obstacles: z.array(obstacle(sectionName)),
  moves: z.array(offeredMove),
});

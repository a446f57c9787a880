import * as z from 'zod/mini';
import { staleMove } from '../../cases/contract';
import { announced, begun, materialView, ofUpload, sent } from '../../files/contract';
import { announcedFiles, unarrived } from '../../files/refusals';
import {
  change,
  count,
  date,
  done,
  instant,
  machineText,
  read,
  sentences,
  version,
  words,
} from '../../kernel/contract';
import { contestView, guideView, homeView } from '../open/contract';
import { partNames } from '../parts';
import { longestTyped } from './kept';
import { editionStates, partStates } from './states';

const editionId = machineText(40);
const part = z.enum(partNames);
const typedValues = z.record(
  machineText(120),
  z.union([z.string().check(z.maxLength(longestTyped)), z.number(), z.boolean(), z.null()]),
);
const ofPart = { editionId, part, version: count };

/** Its reader works on editions; others look on. */
const writes = z.boolean();

export const editionCard = z.object({
  editionId: z.string(),
  nameZh: z.string(),
  year: z.int(),
  status: z.enum(editionStates),
  statusZh: z.string(),
  cutoffDate: date,
  publishedAt: z.nullable(instant),
});

export const partView = z.object({
  editionId: z.string(),
  part,
  zh: z.string(),
  hintZh: z.string(),
  version: count,
  data: typedValues,
  savedAt: z.nullable(instant),
  savedByZh: z.nullable(z.string()),
  /** It may be changed now, by this reader. */
  editable: z.boolean(),
  /** Place → sentence. */
  problems: sentences,
  state: z.enum(partStates),
  stateZh: z.string(),
  /** Codes that stood in any version: a new item gets none of them. */
  taken: z.array(z.string()),
  published: z.boolean(),
  /** In what it differs from what is published; none of a draft. */
  changes: z.array(z.object({ zh: z.string(), before: z.string(), after: z.string() })),
});

export const editionWork = z.object({
  ...editionCard.shape,
  writes,
  version,
  parts: z.array(
    z.object({ part, zh: z.string(), hintZh: z.string(), state: partView.shape.state, stateZh: z.string() }),
  ),
  /** What stands in the way of publishing; none of an edition that is published. */
  obstacles: z.array(z.object({ part: z.enum([...partNames, 'contacts']), text: z.string() })),
  /** The edition that is current, which publishing ends. */
  replaces: z.nullable(z.object({ editionId: z.string(), nameZh: z.string() })),
  /** What publishing opens, in numbers. */
  opens: z.object({ contests: count, tracks: count, groups: count, slots: count, phases: count }),
  /** Everything that was published of it, the newest first. */
  versions: z.array(
    z.object({
      n: z.int(),
      partZh: z.nullable(z.string()),
      reason: z.string(),
      at: z.nullable(instant),
      byZh: z.nullable(z.string()),
    }),
  ),
});

/** A draft, or the changes of a part that nobody has published, as people would see it; what is not finished is left out. */
export const previewView = z.object({
  now: instant,
  editionId: z.string(),
  missing: z.array(z.object({ part, zh: z.string() })),
  home: homeView,
  guide: guideView,
  ...z.pick(contestView, { groups: true, identityPapers: true, slots: true, consents: true }).shape,
  declaration: z.nullable(contestView.shape.declaration),
});

const unfinished = { COMPETITION_PART_UNFINISHED: { status: 422, message: '这一部分还没有填好，请先改好标红的内容' } };
const over = { COMPETITION_EDITION_OVER: { status: 422, message: '这一届已经结束，不能再改' } };
const notDraft = { COMPETITION_EDITION_PUBLISHED: { status: 409, message: '这一届已经发布' } };
const notYet = { COMPETITION_EDITION_NOT_PUBLISHED: { status: 422, message: '这一届还没有发布' } };
const stalePart = staleMove('这一部分');

/** Procedures of an edition as the city works on it. */
export const editionContract = {
  /** Every edition, the newest first. */
  editions: read.input(z.object({})).output(z.object({ writes, editions: z.array(editionCard) })),
  /** Begins a draft from an edition that stands (its days a year later), or from the national starting blueprint. */
  makeEdition: change
    .input(z.object({ from: z.nullable(editionId) }))
    .errors({ COMPETITION_TOO_MANY_DRAFTS: { status: 422, message: '已有 3 届没有发布，请先发布或删掉一届' } })
    .output(z.object({ editionId: z.string() })),
  edition: read.input(z.object({ editionId })).output(editionWork),
  /** Writes nothing, and nobody but the city's staff and the supervisor sees it. */
  previewEdition: read.input(z.object({ editionId })).output(previewView),
  editionPart: read.input(z.object({ editionId, part })).output(partView),
  /** Keeps a part as it is typed, finished or not. */
  savePart: change
    .input(z.object({ ...ofPart, data: typedValues }))
    .errors({ ...stalePart, ...over })
    .output(partView),
  /** The template files of the guide, those too that no guide names yet. */
  templateFiles: read.input(z.object({ editionId })).output(z.object({ files: z.array(materialView) })),
  beginTemplateFile: change
    .input(z.object({ editionId, ...announced }))
    .errors({ ...announcedFiles, ...over })
    .output(begun),
  finishTemplateFile: change.input(sent).errors(unarrived).output(materialView),
  cancelTemplateFile: change.input(ofUpload).output(done),
  /** Takes away a file that no guide names. */
  removeTemplateFile: change
    .input(ofUpload)
    .errors({
      ...over,
      COMPETITION_TEMPLATE_NAMED: { status: 422, message: '已发布或正在写的办事指南里有这个文件，不能删除' },
    })
    .output(done),
  confirmPart: change
    .input(z.object(ofPart))
    .errors({ ...stalePart, ...unfinished, ...notDraft })
    .output(partView),
  publishEdition: change
    .input(z.object({ editionId, version }))
    .errors({
      ...staleMove('这一届'),
      ...notDraft,
      COMPETITION_EDITION_NOT_READY: { status: 422, message: '还有内容没有准备好，不能发布' },
    })
    .output(editionWork),
  /** Publishes a changed part of a published edition as a new version. */
  publishPart: change
    .input(z.object({ ...ofPart, reason: words(200) }))
    .errors({
      ...stalePart,
      ...unfinished,
      ...over,
      ...notYet,
      COMPETITION_PART_UNCHANGED: { status: 422, message: '这一部分没有改动' },
      COMPETITION_TRACK_IN_USE: { status: 422, message: '已有项目选了这个赛道，不能去掉' },
    })
    .output(partView),
  /** Takes back what was typed since the last publishing. */
  dropPartChanges: change
    .input(z.object(ofPart))
    .errors({ ...stalePart, ...notYet })
    .output(partView),
  /** Deletes a draft that was never published. */
  dropEdition: change
    .meta({ change: true, endsAccess: true })
    .input(z.object({ editionId, version }))
    .errors({ ...staleMove('这一届'), ...notDraft })
    .output(done),
};

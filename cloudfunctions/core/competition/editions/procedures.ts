import type { editionContract } from '@shared/competition/edition/contract';
import type { Procedures } from '../../rpc/procedure';
import { dropEdition } from './drop-edition';
import { makeEdition } from './make-edition';
import { previewEdition } from './preview-edition';
import { publishEdition } from './publish-edition';
import { publishPart } from './publish-part';
import { edition, editionPart, editions } from './read-editions';
import { confirmPart, dropPartChanges, savePart } from './save-part';
import {
  beginTemplateFile,
  cancelTemplateFile,
  finishTemplateFile,
  removeTemplateFile,
  templateFiles,
} from './template-files';

export const editionProcedures: Procedures<typeof editionContract> = {
  editions,
  makeEdition,
  edition,
  editionPart,
  previewEdition,
  templateFiles,
  beginTemplateFile,
  finishTemplateFile,
  cancelTemplateFile,
  removeTemplateFile,
  savePart,
  confirmPart,
  publishEdition,
  publishPart,
  dropPartChanges,
  dropEdition,
};

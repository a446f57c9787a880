import type { KeptKind } from './detected-file';

const office = 'application/vnd.openxmlformats-officedocument';

/** The media type of each kind that is accepted; what a client claimed plays no part. Phones tell by it what they have fetched. */
export const contentTypes: Readonly<Record<KeptKind, string>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  docx: `${office}.wordprocessingml.document`,
  pptx: `${office}.presentationml.presentation`,
  xlsx: `${office}.spreadsheetml.sheet`,
  doc: 'application/msword',
  ppt: 'application/vnd.ms-powerpoint',
  xls: 'application/vnd.ms-excel',
  zip: 'application/zip',
};

import type { AnnouncementState } from './states';

/** What the rules know of an announcement. `regionId` null: it is the city's, for all regions. */
export type AnnouncementSubject = {
  announcementId: string;
  editionId: string;
  ofCurrentEdition: boolean;
  regionId: string | null;
  /** null: of all regions. */
  regionZh: string | null;
  state: AnnouncementState;
  version: number;
  title: string;
  body: string;
  /** In epoch milliseconds; null while it never was. */
  publishedAt: number | null;
};

/** Whose it is or would be: all that a rule asks who writes one. */
export type AnnouncementPlace = { regionId: string | null };

import { announcementLifecycle } from '@shared/competition/announcement/lifecycle';
import type { AnnouncementCommand, AnnouncementState } from '@shared/competition/announcement/states';
import type { AnnouncementSubject } from '@shared/competition/announcement/subject';
import type { AnnouncementFacts } from '@shared/competition/events';
import type { Updateable } from 'kysely';
import type { Noun } from '../../cases/noun';
import { at, type Database } from '../../platform/schema';

type AnnouncementTypes = {
  state: AnnouncementState;
  command: AnnouncementCommand;
  subject: AnnouncementSubject;
  event: 'announcement.published';
  key: 'announcementId';
  columns: Updateable<Database['announcement']>;
  facts: AnnouncementFacts;
};

/** So many characters of the text are told with the notice. */
const openingLength = 40;

const openingOf = (body: string): string => {
  const line = body.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length <= openingLength ? line : `${characters.slice(0, openingLength).join('')}…`;
};

/** Announcements as the ground moves them. */
export const announcementNoun: Noun<AnnouncementTypes> = {
  lifecycle: announcementLifecycle,
  table: 'announcement',
  key: 'announcementId',
  follows: ({ regionId }, { command, now }) => ({
    details: { regionId },
    ...(command === 'publish' && { set: { published_at: at(now) } }),
  }),
  news: (_event, { subject: { announcementId, editionId, regionId, regionZh, title, body } }) => ({
    announcementId,
    editionId,
    regionId,
    regionZh,
    title,
    opening: openingOf(body),
  }),
};

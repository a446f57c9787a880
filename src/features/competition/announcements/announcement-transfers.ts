import { api } from '../../../client/api';
import { queryClient } from '../../../client/cache/query-client';
import { Transfers } from '../../../patterns/files/transfers';

/** The files of announcements on their way. Held here and by nobody beside: no other package of the mini program imports it. */
export const announcementTransfers = new Transfers({
  begin: ({ subjectId, ...announced }, key) =>
    api.competition.beginAnnouncementFile({ announcementId: subjectId, ...announced }, { context: { key } }),
  finish: (sent, key) => api.competition.finishAnnouncementFile(sent, { context: { key } }),
  cancel: (uploadId, key) => api.competition.cancelAnnouncementFile({ uploadId }, { context: { key } }),
  arrived: () => queryClient.invalidateQueries({ queryKey: ['competition', 'keptAnnouncement'] }),
});

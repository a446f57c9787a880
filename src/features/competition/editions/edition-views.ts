import { api } from '../../../client/api';
import { useAsk } from '../../../client/cache/use-ask';
import { heard } from '../../../client/server-clock';

export type EditionCard = Awaited<ReturnType<typeof api.competition.editions>>['editions'][number];
export type EditionWork = Awaited<ReturnType<typeof api.competition.edition>>;
export type Preview = Awaited<ReturnType<typeof api.competition.previewEdition>>;
export type PartView = Awaited<ReturnType<typeof api.competition.editionPart>>;

export const useEditions = () => useAsk(['competition', 'editions'], () => api.competition.editions({}));
export const useEdition = (editionId: string) =>
  useAsk(['competition', 'edition', editionId], () => api.competition.edition({ editionId }));
export const usePart = (editionId: string, part: PartView['part']) =>
  useAsk(['competition', 'editionPart', editionId, part], () => api.competition.editionPart({ editionId, part }));

export const useTemplateFiles = (editionId: string) =>
  useAsk(['competition', 'templateFiles', editionId], () => api.competition.templateFiles({ editionId }));
export const usePreview = (editionId: string) =>
  useAsk(['competition', 'previewEdition', editionId], async () =>
    heard(await api.competition.previewEdition({ editionId })),
  );

/** How many entries an edition has that a change of it concerns; nothing is asked where there is none such. */
export const useEntriesIn = (editionId: string | null) =>
  useAsk(
    ['entry', 'inEdition', editionId],
    () => api.entry.inEdition({ editionId: editionId ?? '' }),
    editionId !== null,
  );

/** How a part's state is coloured. */
export const partTone = {
  unfinished: 'warn',
  toConfirm: 'info',
  confirmed: 'pass',
  published: 'pass',
  changed: 'warn',
} as const;

export const statusTone = { draft: 'warn', current: 'pass', past: 'neutral' } as const;

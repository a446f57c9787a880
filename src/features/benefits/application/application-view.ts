import { api } from '../../../client/api';
import { useAsk } from '../../../client/cache/use-ask';

export type ApplicationView = Awaited<ReturnType<typeof api.benefits.application>>;
export type OwnView = NonNullable<ApplicationView['own']>;
export type SectionView = OwnView['sections'][number];

export const applicationKey = (applicationId: string) => ['benefits', 'application', applicationId];

export const useApplication = (applicationId: string) =>
  useAsk(applicationKey(applicationId), () => api.benefits.application({ applicationId }));

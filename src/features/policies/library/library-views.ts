import type { DraftPart } from '@shared/policies/drafts/parts';
import { api } from '../../../client/api';
import { useAsk } from '../../../client/cache/use-ask';
import type { Tone } from '../../../ui/tone';

export type Library = Awaited<ReturnType<typeof api.policies.library>>;
export type History = Awaited<ReturnType<typeof api.policies.history>>;
export type DraftView = Awaited<ReturnType<typeof api.policies.draft>>;
export type PartView = Awaited<ReturnType<typeof api.policies.draftPart>>;

export const useLibrary = () => useAsk(['policies', 'library'], () => api.policies.library({}));
export const useHistory = (code: string) => useAsk(['policies', 'history', code], () => api.policies.history({ code }));
export const draftKey = (policyDraftId: string) => ['policies', 'draft', policyDraftId];
export const useDraft = (policyDraftId: string) =>
  useAsk(draftKey(policyDraftId), () => api.policies.draft({ policyDraftId }));
export const useReach = (policyDraftId: string, asked: boolean) =>
  useAsk(['policies', 'draftReach', policyDraftId], () => api.policies.draftReach({ policyDraftId }), asked);
export const partKey = (policyDraftId: string, part: DraftPart) => ['policies', 'draftPart', policyDraftId, part];
export const usePart = (policyDraftId: string, part: DraftPart) =>
  useAsk(partKey(policyDraftId, part), () => api.policies.draftPart({ policyDraftId, part }));

export const standingZh = { notYet: '未生效', inForce: '执行中', expired: '已到期' } as const;
export const standingTone: Readonly<Record<keyof typeof standingZh, Tone>> = {
  notYet: 'info',
  inForce: 'pass',
  expired: 'warn',
};

/** From its first to its last day; what is not written is said so. */
export const termZh = (from: string | null, to: string | null): string =>
  from === null && to === null ? '没有写明起止日期' : `${from ?? '没有写生效日期'} 至 ${to ?? '没有写失效日期'}`;

export const feedbackKinds = ['complaint', 'suggestion', 'question'] as const;
export type FeedbackKind = (typeof feedbackKinds)[number];

const zh: Record<FeedbackKind, string> = { complaint: '投诉', suggestion: '建议', question: '咨询' };

/** What a kind of feedback is called; `投诉建议` for one that is no longer known. */
export const feedbackKindZh = (kind: string): string => zh[kind as FeedbackKind] ?? '投诉建议';

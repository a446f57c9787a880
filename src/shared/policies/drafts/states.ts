export type PolicyDraftState = 'draft' | 'proposed' | 'published' | 'discarded';
export type PolicyDraftCommand = 'propose' | 'sendBack' | 'publish' | 'discard';

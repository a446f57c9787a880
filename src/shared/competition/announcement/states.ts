export type AnnouncementState = 'draft' | 'published' | 'withdrawn';
export type AnnouncementCommand = 'edit' | 'publish' | 'withdraw';

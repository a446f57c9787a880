/** What a sign means. A tone only supports words: no sign is told by colour alone. */
export type Tone = 'neutral' | 'info' | 'warn' | 'pass' | 'error';

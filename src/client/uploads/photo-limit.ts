/** How large a photo may be: its longest side in pixels, and bytes. */
export type PhotoLimit = { side: number; bytes: number };

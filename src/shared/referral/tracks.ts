/** Tracks of the upper contests (rules §6), the names under which a notice gives its quota. */
export const upperTracks = [
  { code: 'modern_services', zh: '现代服务' },
  { code: 'rural_revitalisation', zh: '乡村振兴' },
  { code: 'silver_economy', zh: '银发经济' },
  { code: 'advanced_manufacturing', zh: '先进制造' },
  { code: 'green_economy', zh: '绿色经济' },
] as const;

export type UpperTrack = (typeof upperTracks)[number]['code'];

export const isUpperTrack = (code: string): code is UpperTrack => upperTracks.some((track) => track.code === code);

/** What an upper track is called; a code that nobody knows is shown as it is. */
export const upperTrackZh = (code: string): string => upperTracks.find((track) => track.code === code)?.zh ?? code;

/** Where a region's own track is at home above; a track that is not named has none. */
const upperOf: Readonly<Record<string, UpperTrack>> = {
  smart_manufacturing: 'advanced_manufacturing',
  digital_city: 'modern_services',
  micro_audiovisual: 'modern_services',
  heritage_creative: 'modern_services',
  livelihood: 'modern_services',
};

/** The upper track for a track of ours, and whether it is the very same one. Null: there is none. */
export function upperTrackOf(track: string): { track: UpperTrack; same: boolean } | null {
  if (isUpperTrack(track)) return { track, same: true };
  const upper = upperOf[track];
  return upper === undefined ? null : { track: upper, same: false };
}

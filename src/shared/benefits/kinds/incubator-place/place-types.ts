/** What a place is (rules §4), and whether it is let by the month or booked by the hour. */
export const placeTypes = {
  desk: { zh: '工位', let: 'month' },
  office: { zh: '办公间', let: 'month' },
  workshop: { zh: '厂房', let: 'month' },
  shop: { zh: '展销铺位', let: 'month' },
  studio: { zh: '拍摄棚', let: 'hour' },
  kit: { zh: '拍摄器材', let: 'hour' },
} as const satisfies Readonly<Record<string, { zh: string; let: 'month' | 'hour' }>>;

export type PlaceType = keyof typeof placeTypes;

export const placeTypeNames = Object.keys(placeTypes) as PlaceType[];

/** Those that are applied for; the others are booked. */
export const letTypes = placeTypeNames.filter((type) => placeTypes[type].let === 'month');

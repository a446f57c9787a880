export type EditionRow = {
  regionId: string;
  entries: number;
  awards: { first: number; second: number; third: number };
  direct: number;
  indirect: number;
  tracks: ReadonlyArray<readonly [code: string, entries: number]>;
};

/** Region by region: entries and expected jobs of the 2025 contest; what the news report does not state is synthetic. */
export const rows2025: readonly EditionRow[] = [
  {
    regionId: '141002',
    entries: 48,
    awards: { first: 1, second: 2, third: 4 },
    direct: 880,
    indirect: 1910,
    tracks: [
      ['modern_services', 16],
      ['rural_revitalisation', 9],
      ['silver_economy', 8],
      ['digital_city', 15],
    ],
  },
  {
    regionId: '141021',
    entries: 15,
    awards: { first: 1, second: 2, third: 4 },
    direct: 310,
    indirect: 640,
    tracks: [
      ['modern_services', 5],
      ['rural_revitalisation', 5],
      ['silver_economy', 3],
      ['livelihood', 2],
    ],
  },
  {
    regionId: '141022',
    entries: 17,
    awards: { first: 1, second: 2, third: 4 },
    direct: 365,
    indirect: 745,
    tracks: [
      ['modern_services', 5],
      ['rural_revitalisation', 9],
      ['silver_economy', 3],
    ],
  },
  {
    regionId: '141023',
    entries: 18,
    awards: { first: 1, second: 2, third: 4 },
    direct: 390,
    indirect: 820,
    tracks: [
      ['modern_services', 4],
      ['rural_revitalisation', 11],
      ['silver_economy', 3],
    ],
  },
  {
    regionId: '141024',
    entries: 24,
    awards: { first: 1, second: 2, third: 4 },
    direct: 520,
    indirect: 1090,
    tracks: [
      ['modern_services', 8],
      ['rural_revitalisation', 7],
      ['silver_economy', 5],
      ['heritage_creative', 4],
    ],
  },
  {
    regionId: '141025',
    entries: 11,
    awards: { first: 1, second: 2, third: 4 },
    direct: 185,
    indirect: 360,
    tracks: [
      ['modern_services', 3],
      ['rural_revitalisation', 6],
      ['silver_economy', 2],
    ],
  },
  {
    regionId: '141026',
    entries: 11,
    awards: { first: 1, second: 2, third: 4 },
    direct: 190,
    indirect: 385,
    tracks: [
      ['modern_services', 3],
      ['rural_revitalisation', 6],
      ['silver_economy', 2],
    ],
  },
  {
    regionId: '141027',
    entries: 10,
    awards: { first: 1, second: 2, third: 4 },
    direct: 165,
    indirect: 330,
    tracks: [
      ['modern_services', 3],
      ['rural_revitalisation', 5],
      ['silver_economy', 2],
    ],
  },
  {
    regionId: '141028',
    entries: 12,
    awards: { first: 1, second: 2, third: 4 },
    direct: 210,
    indirect: 450,
    tracks: [
      ['modern_services', 3],
      ['rural_revitalisation', 6],
      ['silver_economy', 1],
      ['green_economy', 2],
    ],
  },
  {
    regionId: '141029',
    entries: 13,
    awards: { first: 1, second: 2, third: 4 },
    direct: 260,
    indirect: 540,
    tracks: [
      ['modern_services', 4],
      ['rural_revitalisation', 5],
      ['silver_economy', 2],
      ['green_economy', 2],
    ],
  },
  {
    regionId: '141030',
    entries: 10,
    awards: { first: 1, second: 2, third: 4 },
    direct: 170,
    indirect: 345,
    tracks: [
      ['modern_services', 2],
      ['rural_revitalisation', 5],
      ['silver_economy', 1],
      ['green_economy', 2],
    ],
  },
  {
    regionId: '141031',
    entries: 12,
    awards: { first: 1, second: 2, third: 4 },
    direct: 230,
    indirect: 480,
    tracks: [
      ['modern_services', 4],
      ['rural_revitalisation', 6],
      ['silver_economy', 2],
    ],
  },
  {
    regionId: '141032',
    entries: 9,
    awards: { first: 1, second: 2, third: 4 },
    direct: 150,
    indirect: 310,
    tracks: [
      ['modern_services', 2],
      ['rural_revitalisation', 4],
      ['silver_economy', 1],
      ['green_economy', 2],
    ],
  },
  {
    regionId: '141033',
    entries: 15,
    awards: { first: 1, second: 2, third: 4 },
    direct: 896,
    indirect: 2036,
    tracks: [
      ['modern_services', 4],
      ['rural_revitalisation', 8],
      ['silver_economy', 3],
    ],
  },
  {
    regionId: '141034',
    entries: 10,
    awards: { first: 1, second: 2, third: 4 },
    direct: 168,
    indirect: 340,
    tracks: [
      ['modern_services', 3],
      ['rural_revitalisation', 5],
      ['silver_economy', 2],
    ],
  },
  {
    regionId: '141081',
    entries: 14,
    awards: { first: 1, second: 2, third: 4 },
    direct: 330,
    indirect: 690,
    tracks: [
      ['modern_services', 5],
      ['rural_revitalisation', 2],
      ['silver_economy', 3],
      ['smart_manufacturing', 4],
    ],
  },
  {
    regionId: '141082',
    entries: 16,
    awards: { first: 1, second: 2, third: 4 },
    direct: 310,
    indirect: 655,
    tracks: [
      ['modern_services', 5],
      ['rural_revitalisation', 4],
      ['silver_economy', 3],
      ['heritage_creative', 4],
    ],
  },
  {
    regionId: 'LFEDZ',
    entries: 30,
    awards: { first: 1, second: 2, third: 4 },
    direct: 720,
    indirect: 1480,
    tracks: [
      ['advanced_manufacturing', 11],
      ['modern_services', 9],
      ['micro_audiovisual', 10],
    ],
  },
];

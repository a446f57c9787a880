import type { PlaceType } from '@shared/benefits/kinds/incubator-place/place-types';
import { usualHours, usualTerms } from '@shared/incubation/terms';
import type { Db } from '../../platform/db';
import { json } from '../../platform/schema';
import { seedId } from '../editions';
import { dramaBase, incubator } from '../organisations';

/** The site of an organisation in the demo, and its places; everything is demonstration. */
export const sites = [
  {
    id: seedId(920),
    organisation_id: incubator.id,
    region_id: '141002',
    name_zh: incubator.name_zh,
    address_zh: '尧都区鼓楼南街（演示地址）',
    about_zh: '两层 30 个位置，一层工位，二层办公间，水电网按表计费。',
  },
  {
    id: seedId(921),
    organisation_id: dramaBase.id,
    region_id: '141002',
    name_zh: dramaBase.name_zh,
    address_zh: '尧都区滨河西路（演示地址）',
    about_zh: '拍摄棚 3 个、器材 4 套，按小时预约，参赛项目免费用。',
  },
] as const;

type Planned = {
  site: string;
  floor: number;
  code: string;
  type: PlaceType;
  detail: string;
  rent: number;
  shut?: 'repair';
};

const floor = (site: string, on: number, letter: string, type: PlaceType, detail: string, rent: number): Planned[] =>
  Array.from({ length: 15 }, (_, i) => ({
    site,
    floor: on,
    code: `${letter}${String(i + 1).padStart(2, '0')}`,
    type,
    detail,
    rent,
  }));

const hourly = (code: string, type: PlaceType, detail: string): Planned => ({
  site: sites[1].id,
  floor: 1,
  code,
  type,
  detail,
  rent: 0,
});

export const places: readonly Planned[] = [
  ...floor(sites[0].id, 1, 'A', 'desk', '4 平方米，1 人用', 30_000),
  ...floor(sites[0].id, 2, 'B', 'office', '18 平方米，可坐 4 人', 120_000).map((place) =>
    place.code === 'B10' ? { ...place, shut: 'repair' as const } : place,
  ),
  hourly('S1', 'studio', '古装景棚 120 平方米'),
  hourly('S2', 'studio', '现代景棚 80 平方米'),
  hourly('S3', 'studio', '直播间 20 平方米'),
  ...[1, 2, 3, 4].map((n) => hourly(`K${n}`, 'kit', '摄像机、灯光、收音一套')),
];

/** The sites of the demo with all their places, nobody in them. */
export async function seedSites(db: Db): Promise<void> {
  await db
    .insertInto('place_site')
    .values(sites.map((site) => ({ ...site, terms: json(usualTerms), hours: json(usualHours) })))
    .execute();
  await db
    .insertInto('place')
    .values(
      places.map(({ site, floor: on, code, type, detail, rent, shut = null }, spot) => ({
        site_id: site,
        floor: on,
        spot,
        code,
        type,
        detail_zh: detail,
        rent_fen: rent,
        shut,
      })),
    )
    .execute();
}

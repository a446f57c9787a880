import { inForce, type Terms } from '@shared/benefits/application/clock';
import { incubatorPlace } from '@shared/benefits/kinds/incubator-place';
import { markZh } from '@shared/benefits/kinds/incubator-place/marks';
import { placeTypeNames, placeTypes } from '@shared/benefits/kinds/incubator-place/place-types';
import { reliefZh } from '@shared/incubation/rent';
import { floorZh } from '@shared/incubation/setup/floors';
import { type PlaceTerms, sourceOf } from '@shared/incubation/terms';
import type { Place } from './rows';

/** A tile as everybody sees it. */
export const tileOf = ({ placeId, code, type, detailZh, rentFen }: Place) => ({
  placeId,
  code,
  typeZh: placeTypes[type].zh,
  detailZh,
  rentFen,
});

/** Places floor by floor, each with what is added to it; which are booked by the hour stand on no plan. */
export function floorsOf<Row extends Place, More extends object>(places: readonly Row[], more: (place: Row) => More) {
  const floors = [...new Set(places.map(({ floor }) => floor))];
  return floors.map((floor) => {
    const here = places.filter((place) => place.floor === floor);
    const counted = placeTypeNames.flatMap((type) => {
      const count = here.filter((place) => place.type === type).length;
      return count === 0 ? [] : [`${placeTypes[type].zh} ${count} 个`];
    });
    return {
      zh: floorZh(floor),
      typesZh: counted.join('，'),
      tiles: here.map((place) => ({ ...tileOf(place), ...more(place) })),
    };
  });
}

/** Nobody has it and it is not shut. */
export const isFree = ({ tenancyId, shut }: Place): boolean => tenancyId === null && shut === null;

/** What others may know of a place. */
export const seenBy = (applicationId: string | null) => (place: Place) => ({
  stands:
    place.applicationId !== null && place.applicationId === applicationId
      ? ('yours' as const)
      : isFree(place)
        ? ('free' as const)
        : ('taken' as const),
});

/** For how many days of the calendar an offer stands, as the current edition sets it. */
export function offerDays(edition: Terms): number {
  const spec = incubatorPlace.clocks.offered;
  if (spec === undefined) throw new Error('An offer has no clock.');
  return inForce(spec, edition).workdays;
}

export const termsView = (terms: PlaceTerms, offerDays: number) => ({
  firstMonths: terms.firstMonths,
  maxMonths: terms.maxMonths,
  reliefZh: `${reliefZh(terms)}（${sourceOf(terms)}）`,
  passZh: `评审平均 ${markZh(terms.passMark)}以上（${sourceOf(terms)}），对所有人一样`,
  offerZh: `留位 ${offerDays} 天，末日遇休息日顺延`,
});

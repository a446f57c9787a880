import type { ConsentText } from '@shared/forms/consent-text';
import { rightsContract } from '@shared/rights/contract';
import { type SaidTerm, termNames, termOf, termsBy, termZh } from '@shared/rights/retention-terms';
import { roomZh } from '@shared/rights/room-words';
import { currentEdition } from '../competition/queries';
import { saidTerms } from '../platform/retention/terms';
import { noSubject, procedure } from '../rpc/procedure';
import { closingsTold } from './closings';
import type { Registry } from './registry';

const said = (words: string | undefined): string => words ?? '';

/** Whom texts of consent name, what for, what of and until when. */
export const receiversOf = (texts: readonly ConsentText[]) =>
  texts.map(({ zh, receiverZh, purposeZh, fieldsZh, untilZh }) => ({
    zh,
    receiverZh: said(receiverZh),
    purposeZh: said(purposeZh),
    fieldsZh: said(fieldsZh),
    untilZh: said(untilZh),
  }));

/** What each room keeps of persons, as it declares it; rooms of which a person would read nothing are left out. */
export const roomsOf = ({ rooms }: Registry) =>
  rooms
    .map(({ name, personal: { tables } }) => ({
      name,
      zh: roomZh(name),
      kept: tables.flatMap(({ handed }) =>
        'notZh' in handed ? [] : [{ zh: handed.zh, fieldsZh: Object.values(handed.columns).join('、') }],
      ),
      withheldZh: [...new Set(tables.flatMap(({ handed }) => ('notZh' in handed ? [handed.notZh] : [])))],
      staysZh: [...new Set(tables.flatMap(({ erased }) => ('staysZh' in erased ? [erased.staysZh] : [])))],
    }))
    .filter(({ kept, staysZh, withheldZh }) => kept.length + staysZh.length + withheldZh.length > 0);

/** Every term as it is shown: by the city's word with its document, else the standard one. */
export const termsShown = (said: readonly SaidTerm[]) => {
  const terms = termsBy(said);
  return termNames.map((name) => ({
    zh: termOf(name).zh,
    termZh: termZh(name, terms[name]),
    fromZh: termOf(name).fromZh,
    basisZh: said.find((one) => one.name === name)?.docNo ?? termOf(name).basisZh,
  }));
};

export const makeGuide = (registry: Registry) => ({
  /** What is kept of persons, who is given it and how long: from what the rooms declare, the edition's texts and the terms. */
  guide: procedure(rightsContract.guide, noSubject, async (call) => {
    const edition = await currentEdition(call.db);
    const organiser = edition?.blueprint.organiser;
    return {
      organiserZh: organiser?.nameZh ?? '',
      contactZh: organiser?.contactZh ?? '',
      consents: receiversOf(edition?.blueprint.consents ?? []),
      sealedMonths: edition?.blueprint.retention.sealedMonths ?? null,
      rooms: roomsOf(registry).map(({ zh, kept, staysZh }) => ({ zh, kept, staysZh })),
      terms: termsShown(await saidTerms(call.db, call.now)),
      closings: await closingsTold(call, registry),
    };
  }),
});

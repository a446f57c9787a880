import { competitionContract } from '@shared/competition/contract';
import { noSubject, procedure } from '../../rpc/procedure';
import { editionOf } from './edition-rows';
import { presentCard, presentEdition, presentPart, writesEditions } from './present-edition';

/** Every edition there is, the newest first; drafts above what was published of the same year. */
export const editions = procedure(competitionContract.editions, noSubject, async (call) => {
  const rows = await call.db
    .selectFrom('edition')
    .selectAll()
    .orderBy('year', 'desc')
    .orderBy('published_at', (by) => by.desc().nullsFirst())
    .orderBy('id', 'desc')
    .execute();
  return { writes: writesEditions(call), editions: rows.map(presentCard) };
});

export const edition = procedure(competitionContract.edition, editionOf, (call, _input, row) =>
  presentEdition(call, row),
);

export const editionPart = procedure(competitionContract.editionPart, editionOf, (call, { part }, row) =>
  presentPart(call, row, part),
);

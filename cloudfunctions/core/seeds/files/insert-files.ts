import type { Insertable } from 'kysely';
import { frozenPlace, sealedPlace } from '../../forms/sealed-values';
import { auditHash } from '../../platform/audit/audit';
import { canonicalJson, sha256Hex } from '../../platform/crypto/hash';
import { seal } from '../../platform/crypto/seal';
import type { Db } from '../../platform/db';
import { at, type Database, json } from '../../platform/schema';
import type { Player } from '../player';
import { type PlayedFile, partsOf } from './play-file';
import { type Samples, storeSamples } from './samples';

/** So many rows a statement: no statement takes more than 65,535 values. */
const atOnce = 1_000;

/** Inserts rows of one table, in as few statements as there can be. */
export async function insertAll<Table extends keyof Database>(
  db: Db,
  table: Table,
  rows: ReadonlyArray<Insertable<Database[Table]>>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce)
    await db
      .insertInto(table)
      .values(rows.slice(from, from + atOnce) as never)
      .execute();
}

/** What a file's applicant is told of is news for so long. */
const newsMs = 5 * 86_400_000;

type Upload = Insertable<Database['upload']>;

/** The documents of a file, each sent an hour before the move that it was sent for. */
function uploadsOf(file: PlayedFile, samples: Samples, newId: (ms: number) => string): Upload[] {
  const { script, applicationId, personId, moves, handed, kind } = file;
  return (script.sent ?? []).map(({ slot, before }) => {
    const move = moves.find((one) => one.move === before);
    const sentAt = (move?.at ?? script.begunAt + 7_200_000) - 3_600_000;
    const { zh = slot } = kind.slots.find(({ code }) => code === slot) ?? {};
    const { sha256, size } = samples.of(slot);
    const id = newId(sentAt);
    return {
      id,
      subject_id: applicationId,
      slot,
      version: 1,
      name: `${zh}.pdf`,
      declared_size: size,
      size,
      kind: 'pdf' as const,
      state: 'accepted' as const,
      refusal_code: null,
      refusal: null,
      storage_key: `${id}-demo`,
      transfer_at: at(sentAt),
      received_sha256: sha256,
      sha256,
      begun_by: personId,
      begun_at: at(sentAt),
      finished_at: at(sentAt + 2_000),
      frozen_in: handed.find((one) => one.at > sentAt)?.n ?? null,
    };
  });
}

/** The chain of a file: its beginning and every move. */
function auditOf({ kind, script, applicationId, moves }: PlayedFile): Array<Insertable<Database['audit']>> {
  const { name } = kind.lifecycle;
  const subject = `${name}:${applicationId}`;
  const acts = [
    { act: `${name}/start`, ms: script.begunAt, actor: null, data: { kind: name, regionId: script.regionId } },
    ...moves.map(({ move, at: ms, by_person, from_state, to_state, n }) => ({
      act: `${name}/${move}`,
      ms,
      actor: by_person,
      data: { from: from_state, to: to_state, version: n, path: null },
    })),
  ];
  let prevHash = '';
  return acts.map(({ act, ms, actor, data }, i) => {
    const row = { subject, n: i + 1, prevHash, at: ms, actor: actor ?? 'system', act, data };
    const hash = auditHash(row);
    const inserted = {
      subject,
      n: i + 1,
      prev_hash: prevHash,
      hash,
      at: at(ms),
      actor: row.actor,
      act,
      data: json(data),
    };
    prevHash = hash;
    return { ...inserted, sealed_in: null };
  });
}

/** Writes played files with everything that hangs from them: one statement a table, whatever their number. */
export async function insertFiles(
  { home }: Player,
  files: readonly PlayedFile[],
  now: number,
  newId: (ms: number) => string,
): Promise<void> {
  const { db, keys } = home;
  const samples = await storeSamples(home, [
    ...new Set(files.flatMap(({ script }) => (script.sent ?? []).map(({ slot }) => slot))),
  ]);
  const uploads = new Map(files.map((file) => [file, uploadsOf(file, samples, newId)]));
  const code = (file: PlayedFile) => file.kind.lifecycle.name;
  await insertAll(
    db,
    'person',
    files.map(({ personId, name, script }) => ({
      id: personId,
      openid: null,
      persona: null,
      display_name: name,
      phone_sealed: null,
      phone_masked: null,
      created_at: at(script.begunAt - 60_000),
    })),
  );
  await insertAll(
    db,
    'subject',
    files.map((file) => ({ id: file.applicationId, kind: code(file), created_at: at(file.script.begunAt) })),
  );
  await insertAll(
    db,
    'application',
    files.map(({ row }) => row),
  );
  await insertAll(
    db,
    'application_party',
    files.flatMap(({ applicationId, parties }) =>
      parties.map(({ party, organisationId, since }) => ({
        application_id: applicationId,
        party,
        organisation_id: organisationId,
        since: at(since),
      })),
    ),
  );
  await insertAll(
    db,
    'move',
    files.flatMap(({ moves }) => moves.map((move) => ({ ...move, at: at(move.at) }))),
  );
  await insertAll(
    db,
    'section',
    files.flatMap(({ script, applicationId, personId }) =>
      Object.entries(script.answers).map(([section, answers]) => ({
        subject_id: applicationId,
        section,
        data: json(answers),
        version: 1,
        saved_at: at(script.begunAt + 1_800_000),
        saved_by: personId,
      })),
    ),
  );
  const values = files.flatMap((file) =>
    [...file.sealed].map(([field, value]) => ({
      file,
      field,
      value,
      owner: { kind: code(file), id: file.applicationId },
    })),
  );
  await insertAll(
    db,
    'sealed_value',
    values.map(({ file, field, value, owner }) => ({
      subject_id: owner.id,
      field,
      sealed: seal(value.plain, keys[0], sealedPlace(owner, field)),
      masked: value.masked,
      set_at: at(file.script.begunAt + 1_800_000),
    })),
  );
  await insertAll(
    db,
    'consent',
    files.flatMap(({ kind, script, applicationId, personId }) =>
      kind.consents
        .filter(({ kind: named }) => script.without?.includes(named) !== true)
        .map((text) => ({
          id: newId(script.begunAt),
          subject_id: applicationId,
          person_id: personId,
          kind: text.kind,
          text_version: text.version,
          shown: json(text),
          given_at: at(script.begunAt + 600_000),
        })),
    ),
  );
  await insertAll(db, 'upload', [...uploads.values()].flat());
  await insertAll(
    db,
    'snapshot',
    files.flatMap((file) => {
      const parts = partsOf(file);
      return file.handed.map(({ n, at: ms, reference }) => {
        const frozen = (uploads.get(file) ?? []).filter((one) => Number(one.begun_at) < ms);
        const data = {
          parts,
          files: frozen.map(({ id, slot, name, size, sha256, version }) => ({
            uploadId: id,
            slot,
            slotZh: file.kind.slots.find((one) => one.code === slot)?.zh ?? slot,
            name,
            size,
            sha256,
            version,
          })),
        };
        return {
          subject_id: file.applicationId,
          n,
          sha256: sha256Hex(canonicalJson(data)),
          data: json(data),
          taken_at: at(ms),
          reference,
        };
      });
    }),
  );
  await insertAll(
    db,
    'snapshot_sealed',
    values.flatMap(({ file, field, value, owner }) =>
      file.handed.map(({ n }) => ({
        subject_id: owner.id,
        n,
        field,
        sealed: seal(value.plain, keys[0], frozenPlace(owner, n, field)),
        masked: value.masked,
        set_at: at(file.script.begunAt + 1_800_000),
      })),
    ),
  );
  await insertAll(db, 'audit', files.flatMap(auditOf));
  // What happened long ago is no news to anybody; what happened in these days is told as it would have been.
  await insertAll(
    db,
    'outbox',
    files.flatMap((file) =>
      file.events.map(({ event, payload, at: ms }) => ({
        id: newId(ms),
        event,
        subject: `${code(file)}:${file.applicationId}`,
        payload: json(payload),
        created_at: at(ms),
        delivered_at: now - ms > newsMs ? at(ms) : null,
      })),
    ),
  );
}

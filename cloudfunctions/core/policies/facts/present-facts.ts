import type { InferContractRouterOutputs } from '@orpc/contract';
import { toShanghai } from '@shared/kernel/shanghai';
import type { policiesContract } from '@shared/policies/contract';
import { factOf, isCheckable, isDeclarable, isFact, type KeptFact, keptFacts } from '@shared/policies/facts';
import { countingOf, differs, type FactRecord } from '@shared/policies/known';
import { bareZh, valueZh } from '@shared/policies/words';
import type { EvidenceOf } from './fact-files';
import { choicesOf, type FactNames, namesIn } from './fact-names';
import { asRecord, type FactRow } from './fact-rows';

type Views = InferContractRouterOutputs<typeof policiesContract>['factsOf'];
type FactView = Views['facts'][number];

const checkedBy: ReadonlyArray<FactRecord['source']> = ['staff', 'register', 'award'];
const ownWords: ReadonlyArray<FactRecord['source']> = ['declared', 'entry'];

/** Every fact that is known of a person or that somebody may say of them, in the order of the vocabulary. */
export function presentFacts(rows: readonly FactRow[], names: FactNames, evidence: EvidenceOf): FactView[] {
  const records = rows.flatMap((row) => (row.ended_at === null ? (asRecord(row) ?? []) : []));
  const counting = countingOf(records);
  return keptFacts.flatMap((fact) => {
    const record = counting.get(fact);
    if (record === undefined && !isDeclarable(fact) && !isCheckable(fact)) return [];
    const row = record && rows.find(({ n }) => n === record.n);
    return [presentFact(fact, record, records, names, (row && evidence.get(row.id)) ?? null)];
  });
}

function presentFact(
  fact: KeptFact,
  record: FactRecord | undefined,
  records: readonly FactRecord[],
  names: FactNames,
  evidence: FactView['evidence'],
): FactView {
  const { type, zh, unitZh, saidZh } = factOf(fact);
  const words = namesIn(names);
  const otherwise = record && records.find((other) => differs(record, other));
  return {
    fact,
    zh,
    type,
    unitZh: unitZh ?? null,
    saidZh: saidZh === undefined ? null : { yes: saidZh[0], no: saidZh[1] },
    choices: choicesOf(fact, names).map(({ value, zh: called }) => ({ value, zh: called })),
    value: record === undefined ? null : plain(record.value),
    valueZh: record === undefined ? null : bareZh(valueZh(fact, record.value, words)),
    sourceZh: record?.sourceZh ?? null,
    on: record?.on ?? null,
    evidence,
    checked: record !== undefined && checkedBy.includes(record.source),
    otherwiseZh: otherwise ? `${otherwise.sourceZh}：${bareZh(valueZh(fact, otherwise.value, words))}` : null,
    declarable: isDeclarable(fact),
    withdrawable: records.some((one) => one.fact === fact && ownWords.includes(one.source)),
    checkable: isCheckable(fact),
  };
}

const plain = (value: FactRecord['value']): NonNullable<FactView['value']> =>
  typeof value === 'object' ? [...value] : value;

/** All that was ever said of a person, the newest first. */
export function presentHistory(
  rows: ReadonlyArray<FactRow & { by_zh: string | null }>,
  names: FactNames,
  evidence: EvidenceOf,
): Views['history'] {
  return rows.flatMap((row) => {
    if (!isFact(row.fact)) return [];
    return [
      {
        n: row.n,
        factId: row.source === 'staff' ? row.id : null,
        evidence: evidence.get(row.id) ?? null,
        zh: factOf(row.fact).zh,
        valueZh: bareZh(valueZh(row.fact, row.value, namesIn(names))),
        sourceZh: row.source_zh,
        on: row.holds_on,
        learntAt: toShanghai(row.learnt_at),
        byZh: row.by_zh,
        note: row.note,
        endedAt: row.ended_at === null ? null : toShanghai(row.ended_at),
      },
    ];
  });
}

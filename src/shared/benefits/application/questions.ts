import type { Answers } from '../../forms/question';
import { factOf } from '../../policies/facts';
import type { KindQuestion } from './kind';

type Sights = KindQuestion['sight'];

/** Whether the answers name a firm that has a licence. */
export const hasFirm = ({ entityKind }: Answers): boolean => entityKind !== undefined && entityKind !== 'none';

/** Who applies. `seen` says which offices read it, `covered` who reads the sealed values masked, `callers` what people call those who phone. */
export const personQuestions = (seen: Sights, covered: Sights, callers: string): readonly KindQuestion[] => [
  {
    name: 'name',
    zh: '姓名',
    hintZh: '与身份证一致',
    input: 'text',
    kind: 'name',
    max: 30,
    prefill: 'leader.name',
    sight: seen,
  },
  {
    name: 'idNumber',
    zh: '身份证号',
    hintZh: '18 位，加密保存，查看都有记录',
    input: 'sealed',
    max: 18,
    sight: covered,
  },
  { name: 'phone', zh: '手机号', hintZh: `${callers}联系您用`, input: 'sealed', max: 11, sight: covered },
];

/** A firm as its licence names it. */
export const licenceQuestions = (seen: Sights): readonly KindQuestion[] => [
  {
    name: 'entityName',
    zh: '经营主体名称',
    hintZh: '与营业执照一致',
    input: 'text',
    max: 60,
    prefill: 'entity.name',
    sight: seen,
  },
  {
    name: 'uscc',
    zh: '统一社会信用代码',
    hintZh: '营业执照上的 18 位代码',
    input: 'code',
    max: 18,
    prefill: 'entity.uscc',
    sight: seen,
  },
];

/** What kind of firm it is, and its licence where there is one. */
export const firmQuestions = (seen: Sights): readonly KindQuestion[] => [
  {
    name: 'entityKind',
    zh: '经营主体类型',
    hintZh: '',
    input: 'choice',
    choices: factOf('entityKind').choices ?? [],
    sight: seen,
  },
  ...licenceQuestions(seen).map((question) => ({ ...question, onlyIf: hasFirm })),
];

import { type DraftValues, emptyValues, typedContent } from '@shared/policies/drafts/content';
import { keptPart } from '@shared/policies/drafts/kept';
import { type DraftPart, draftParts, draftPartZh } from '@shared/policies/drafts/parts';
import { problemsOfDraft } from '@shared/policies/drafts/problems';
import type { Values } from '@shared/policies/drafts/values';
import Taro from '@tarojs/taro';
import { act, fireEvent, waitFor } from '@testing-library/react';
import { Failure } from '../../../../src/client/transport/failure';
import { DraftDesk } from '../../../../src/features/policies/library/draft-desk';
import { HistoryDesk } from '../../../../src/features/policies/library/history-desk';
import { LibraryDesk } from '../../../../src/features/policies/library/library-desk';
import type { DraftView, PartView } from '../../../../src/features/policies/library/library-views';
import { PartDesk } from '../../../../src/features/policies/library/part-desk';
import { ToldDesk } from '../../../../src/features/policies/library/told-desk';
import { api } from '../../../support/api';
import { showPage } from '../../../support/shown';

const policies = api.policies;

const byId = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no #${id}`);
  return found;
};
const there = (id: string) => waitFor(() => byId(id));
const inputOf = (id: string) =>
  (byId(id).matches('input,textarea') ? byId(id) : byId(id).querySelector('input,textarea')) as HTMLInputElement;
/** Key by key, as a hand types. */
const type = (id: string, text: string) => {
  for (let n = 1; n <= [...text].length; n += 1) {
    fireEvent.input(inputOf(id), { target: { value: [...text].slice(0, n).join('') } });
  }
  fireEvent.blur(inputOf(id));
};
const tap = async (id: string) => {
  await act(async () => void fireEvent.click(byId(id)));
};
const choose = async (id: string, value: string) => {
  await act(async () => void fireEvent.change(byId(id), { target: { value } }));
};

const policyDraftId = '01930000-0000-7000-8000-000000000001';
/** A server that keeps and judges by the product's own rules. */
let stands: DraftValues;
let versions: Record<DraftPart, number>;
const viewOf = (part: DraftPart): PartView => {
  const { content } = typedContent(stands);
  return {
    policyDraftId,
    part,
    ...draftPartZh[part],
    version: versions[part],
    data: stands[part],
    savedAt: '2026-11-24T09:00:00+08:00',
    savedByZh: '市级统筹人员',
    editable: true,
    problems: { ...problemsOfDraft(stands)[part] },
    around: {
      docNo: content.docNo,
      parameters: content.definition.parameters.map(({ code, zh }) => ({ code, zh })),
      asked: ['registered', 'registrationDate', 'employees'],
      named: { regionId: [{ value: '141033', zh: '蒲县' }] },
    },
  };
};
beforeEach(() => {
  stands = Object.fromEntries(
    draftParts.map((part) => [part, keptPart(part, emptyValues[part])]),
  ) as unknown as DraftValues;
  versions = Object.fromEntries(draftParts.map((part) => [part, 1])) as Record<DraftPart, number>;
  policies.draftPart.mockImplementation(async ({ part }) => viewOf(part));
  policies.saveDraftPart.mockImplementation(async ({ part, version, data }) => {
    if (version !== versions[part]) throw new Failure('CASE_STALE', '有变化', {}, viewOf(part));
    stands = { ...stands, [part]: keptPart(part, data) };
    versions = { ...versions, [part]: version + 1 };
    return viewOf(part);
  });
  jest.mocked(Taro.showModal).mockResolvedValue({ confirm: true, cancel: false, errMsg: '' } as never);
});
afterEach(() => {
  jest.clearAllMocks();
  Taro.clearStorageSync?.();
});
const kept = (part: DraftPart): Values => stands[part];
const saved = (part: DraftPart, place: string, value: unknown) =>
  waitFor(() => expect([place, kept(part)[place]]).toEqual([place, value]), { timeout: 3000 });

test('basics are kept as they are typed, plain; what is wrong stands beside its field', async () => {
  showPage(<PartDesk policyDraftId={policyDraftId} part="basics" />);
  await there('field-titleZh');
  expect(document.body.textContent).toContain('还有 6 处没有填好');
  type('field-titleZh', '  创业\u200b担保贷款（２０２６）');
  await saved('basics', 'titleZh', '创业担保贷款（２０２６）');
  await choose('field-effectiveFrom', '2026-12-01');
  await choose('field-effectiveTo', '2026-11-30');
  await waitFor(() => expect(document.body.textContent).toContain('失效日期早于生效日期'), { timeout: 3000 });
  await tap('field-demonstration');
  await saved('basics', 'demonstration', true);
  // What was typed before the page went is not lost, and an identity number never leaves it.
  type('field-forZh', '如 11010519491231002X');
  await waitFor(() => expect(document.body.textContent).toContain('身份证号'));
  expect(JSON.stringify(policies.saveDraftPart.mock.calls)).not.toContain('11010519491231002X');
});

test('a rule is built by taps: thirty conditions under each other, groups of every kind, each said in words', async () => {
  showPage(<PartDesk policyDraftId={policyDraftId} part="rule" />);
  await there('node-root');
  await tap('node-root');
  await tap('add-leaf-root');
  await choose('field-n1-fact', 'registrationDate');
  await choose('field-n1-op', 'within');
  type('field-n1-value', '３６');
  await saved('rule', 'n1/value', 36);
  await waitFor(() => expect(byId('node-n1').textContent).toContain('营业执照成立日期 到当天未满 36 个月'));
  // Another fact empties what was said of the one before.
  await choose('field-n1-fact', 'registered');
  await choose('field-n1-op', 'is');
  await tap('field-n1-value-yes');
  await saved('rule', 'n1/value', true);
  await waitFor(() => expect(byId('node-n1').textContent).toContain('已办营业执照'));
  await tap('node-root');
  await tap('add-group-root');
  await choose('field-n2-kind', 'someOf');
  type('field-n2-n', '2');
  for (let n = 3; n <= 31; n += 1) {
    await tap('node-n2');
    if (!document.getElementById('add-leaf-n2')) await tap('node-n2');
    await tap('add-leaf-n2');
  }
  await saved('rule', 'n2/parts', Array.from({ length: 29 }, (_, i) => `n${i + 3}`).join(','));
  expect(byId('node-n2').textContent).toContain('至少符合 2 条');
  expect(byId('node-n31').textContent).toContain('还没有填的条件');
  await tap('up-n31');
  await saved('rule', 'n2/parts', [...Array.from({ length: 27 }, (_, i) => `n${i + 3}`), 'n31', 'n30'].join(','));
  await tap('remove-n31');
  await waitFor(() => expect(document.getElementById('node-n31')).toBeNull());
});

test('figures and examples: money in yuan, two terms of one figure, and an example that comes out otherwise says how', async () => {
  const { unmount } = showPage(<PartDesk policyDraftId={policyDraftId} part="parameters" />);
  await there('add-parameters');
  await tap('add-parameters');
  type('field-parameters-r1-zh', '最高额度');
  await choose('field-parameters-r1-kind', 'money');
  type('field-parameters-r1-value', '３０００００.５');
  await saved('parameters', 'parameters/r1/value', 300_000.5);
  expect(typedContent(stands).content.definition.parameters[0]?.value).toBe(30_000_050);
  await tap('again-r1');
  await saved('parameters', 'parameters', 'r1,r2');
  await waitFor(() => expect(kept('parameters')['parameters/r2/code']).toBe('p1'));
  unmount();
  stands = {
    ...stands,
    rule: keptPart('rule', {
      'root/kind': 'all',
      'root/parts': 'n1',
      'n1/kind': 'leaf',
      'n1/fact': 'registered',
      'n1/op': 'is',
      'n1/held': 'value',
      'n1/value': true,
      'n1/basis': '第一条',
    }),
    parameters: keptPart('parameters', {}),
  };
  showPage(<PartDesk policyDraftId={policyDraftId} part="examples" />);
  await there('add-examples');
  await tap('add-examples');
  type('field-examples-e1-zh', '已办营业执照的人');
  await choose('field-examples-e1-on', '2026-12-01');
  await tap('field-examples-e1-expect-fail');
  await tap('field-examples-e1-facts-registered');
  await tap('field-examples-e1-is-registered-yes');
  await saved('examples', 'examples/e1/is/registered', true);
  await waitFor(() => expect(document.body.textContent).toContain('按条件算出来是“符合”，不是“不符合”'));
});

test('two who write in one field choose between both; nothing is lost before', async () => {
  showPage(<PartDesk policyDraftId={policyDraftId} part="text" />);
  await there('field-bodyZh');
  stands = { ...stands, text: { bodyZh: '同事写的' } };
  versions = { ...versions, text: 2 };
  type('field-bodyZh', '我写的');
  await waitFor(() => byId('contest-bodyZh-mine'), { timeout: 3000 });
  expect(document.body.textContent).toContain('同事写的');
  await tap('contest-bodyZh-mine');
  await tap('settle');
  await saved('text', 'bodyZh', '我写的');
});

const draftView = (more: Partial<DraftView>): DraftView => ({
  policyDraftId,
  code: 'training',
  titleZh: '定制化创业培训（修订）',
  state: 'draft',
  stateZh: '草稿',
  tone: 'neutral',
  waits: 'own',
  editable: true,
  live: true,
  version: 3,
  madeByZh: '甲',
  proposedByZh: null,
  amends: { version: 1, titleZh: '定制化创业培训' },
  secondNeeded: true,
  parts: draftParts.map((part) => ({ part, ...draftPartZh[part], wrong: 0 })),
  obstacles: [],
  differences: [{ partZh: '参数', zh: '补贴标准', before: '1,000 元', after: '2,000 元' }],
  moves: [{ move: 'propose', label: '送签', danger: null, closed: null }],
  timeline: [],
  ...more,
});

test('a draft says what is missing, and whom it would reach once nothing is; the first proposes, the second publishes', async () => {
  policies.draft.mockResolvedValue(draftView({ obstacles: [{ part: 'basics', place: 'docNo', text: '没有文号' }] }));
  policies.draftReach.mockResolvedValue({ zh: '按 2026-11-24 的资料，发布后 120 人新符合条件' });
  const first = showPage(<DraftDesk policyDraftId={policyDraftId} />);
  await there('propose');
  expect([byId('propose').textContent, policies.draftReach.mock.calls.length]).toEqual(['还有 1 处没有填好', 0]);
  first.unmount();
  policies.draft.mockResolvedValue(draftView({}));
  policies.proposeDraft.mockResolvedValue({ policyDraftId, state: 'proposed', stateZh: '已送签，待发布', version: 4 });
  const ready = showPage(<DraftDesk policyDraftId={policyDraftId} />);
  await waitFor(() => expect(document.body.textContent).toContain('120 人新符合条件'));
  expect(document.body.textContent).toContain('原来：1,000 元');
  await tap('propose');
  await waitFor(() => expect(policies.proposeDraft.mock.calls[0]?.[0]).toEqual({ policyDraftId, version: 3 }));
  ready.unmount();
  policies.draft.mockResolvedValue(
    draftView({
      state: 'proposed',
      proposedByZh: '甲',
      moves: [{ move: 'publish', label: '发布', danger: null, closed: null }],
    }),
  );
  policies.publishDraft.mockRejectedValue(new Failure('POLICY_DRAFT_NOT_READY', '与另一版的日期重叠'));
  showPage(<DraftDesk policyDraftId={policyDraftId} />);
  await there('publish');
  expect(document.body.textContent).toContain('等您核对后发布');
  await tap('publish');
  await waitFor(() => expect(document.body.textContent).toContain('与另一版的日期重叠'));
});

test('the library says what is in force, what is written and what comes with the product; a policy’s page says what it lacks', async () => {
  policies.library.mockResolvedValue({
    writes: true,
    versions: [
      {
        code: 'training',
        version: 1,
        titleZh: '定制化创业培训',
        docNo: '市级文件待补',
        effectiveFrom: null,
        effectiveTo: null,
        standing: 'inForce',
        mark: 'demonstration',
        closedZh: '政策待主办单位核定文号，现在不能申请',
      },
    ],
    drafts: [],
    shipped: [
      {
        code: 'referral',
        titleZh: '上级赛事推荐',
        docNo: '市级文件待补',
        confidenceZh: '演示内容，待主办单位核定',
        sourceZh: '演示内容',
      },
    ],
  });
  const list = showPage(<LibraryDesk />);
  await there('take-over');
  for (const words of ['1 项政策执行中', '现在不能申请', '演示', '随产品提供的政策', '上级赛事推荐'])
    expect(document.body.textContent).toContain(words);
  list.unmount();
  policies.history.mockResolvedValue({
    writes: true,
    code: 'training',
    titleZh: '定制化创业培训',
    versions: [
      {
        code: 'training',
        version: 1,
        titleZh: '定制化创业培训',
        docNo: '市级文件待补',
        effectiveFrom: null,
        effectiveTo: null,
        standing: 'inForce',
        mark: 'demonstration',
        closedZh: null,
        publishedAt: null,
        publishedByZh: null,
        confirmed: null,
        confirmable: true,
        differences: [],
      },
    ],
    draft: null,
    defects: ['补贴标准'],
  });
  showPage(<HistoryDesk code="training" />);
  await there('confirm-1');
  expect(document.body.textContent).toContain('补贴标准。相关的人暂时核对不出结果');
  await tap('confirm-1');
  await tap('confirm-send');
  await waitFor(() => expect(document.body.textContent).toContain('请填写文号'));
});

test('whom a policy reached and what came of it: who applied only of what is applied for here', async () => {
  const counts = { reached: 31, read: 20, opened: 12, applied: 4, phoneSent: 9, phoneWaiting: 1 };
  const failed = [{ zh: '微信没有接受，试了 5 次仍不成功。', n: 2 }];
  const groups = [
    { zh: '符合', counts: { ...counts, failed } },
    { zh: '可能符合', counts: null },
  ];
  const telling = { id: 'e1', zh: '修订', version: 2, at: '2026-11-24T09:00:00+08:00', underWay: false, groups };
  policies.told.mockResolvedValue({ titleZh: '创业担保贷款', tellings: [telling] });
  const { container, unmount } = showPage(<ToldDesk code="guaranteed-loan-national" />);
  await waitFor(() => expect(container.textContent).toContain('修订第 2 版'));
  for (const said of [
    '31 人收到站内消息',
    '打开了政策12 人',
    '提交了申请4 人',
    '送到 9 人，等待 1 人',
    '没送到 2 人',
    '不足 10 人',
  ])
    expect(container.textContent).toContain(said);
  unmount();
  const other = showPage(<ToldDesk code="sx-tenant-rent" />);
  await waitFor(() => expect(other.container.textContent).toContain('打开了政策12 人'));
  expect(other.container.textContent).not.toContain('提交了申请');
});

test('a part that its reader may not change says so, and is closed', async () => {
  policies.draftPart.mockResolvedValue({ ...viewOf('text'), editable: false });
  showPage(<PartDesk policyDraftId={policyDraftId} part="text" />);
  await waitFor(() => expect(document.body.textContent).toContain('这一部分只能看'));
  expect(document.getElementById('part-done')).toBeNull();
  for (const field of document.querySelectorAll('textarea')) expect(field.hasAttribute('disabled')).toBe(true);
});

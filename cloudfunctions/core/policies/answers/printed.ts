import { formatFullDateZh } from '@shared/kernel/shanghai';
import { policiesContract } from '@shared/policies/contract';
import type { DocumentPart } from '../../platform/pdf/write-pdf';
import { noSubject, procedure } from '../../rpc/procedure';
import type { presentAnswer } from './present';
import { myAnswers } from './procedures';

type Answer = ReturnType<typeof presentAnswer>;
type Line = Answer['lines'][number];

const verdictZh = { pass: '符合', fail: '不符合', unknown: '还不清楚' } as const;

/** A condition: how it comes out, by which value from where, and on what it rests. */
function lineOf({
  kind,
  zh,
  verdict,
  resultZh,
  valueZh,
  sourceZh,
  needZh,
  basis,
  restsOnZh,
}: Line): readonly [string, string] {
  if (kind !== 'leaf') return [zh, ''];
  const need = verdict === 'fail' && needZh !== null ? `须${needZh}` : '';
  const why = [valueZh, sourceZh, need, basis, restsOnZh].filter(Boolean).join('，');
  const how = resultZh ?? verdictZh[verdict];
  return [zh, why === '' ? how : `${how}（${why}）`];
}

const partOf = (policy: Answer): DocumentPart => ({
  title: `${policy.titleZh}：${policy.standZh}`,
  records: [
    [
      ['结果', policy.whyZh],
      ...policy.benefits.map(
        ({ zh, valueZh, demonstration }) =>
          [zh, `${valueZh ?? '以正式文件为准'}${demonstration ? '（演示）' : ''}`] as const,
      ),
      ['依据', `${policy.docNo}，第 ${policy.version} 版`],
      ['确认情况', policy.confirmedZh],
    ],
    policy.lines.map(lineOf),
  ],
});

/** What the caller can get, as a paper in the answer: for phones, which cannot print a page. The writer of papers is heavy and loaded when somebody asks. */
export const printed = procedure(policiesContract.printed, noSubject, async (call) => {
  const { today, policies } = await myAnswers(call);
  const { writePdf } = await import('../../platform/pdf/write-pdf');
  const bytes = await writePdf(
    '我能享受的政策',
    [`按${formatFullDateZh(today)}的资料核对。`, '按现有资料逐条核对，结果不是审批决定，以经办机构审核为准。'],
    policies.map(partOf),
    call.now,
  );
  return { name: `星火_我能享受的政策_${today}.pdf`, base64: bytes.toString('base64') };
});

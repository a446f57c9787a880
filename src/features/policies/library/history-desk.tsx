import { momentZh } from '@shared/kernel/moment-words';
import { isBlank } from '@shared/kernel/typed/unseen';
import { policyMarkZh } from '@shared/policies/opens';
import { link } from '@shared/routes';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { go } from '../../../client/go';
import { AskedForm } from '../../../patterns/asked-form';
import { AskedPage } from '../../../patterns/asked-page';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { TextField } from '../../../ui/fields/text-field';
import { KeyValue } from '../../../ui/lists/key-value';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Sheet } from '../../../ui/sheets/sheet';
import { toast } from '../../../ui/sheets/toast';
import { Tag } from '../../../ui/tag';
import { DifferenceRows } from './difference-rows';
import { type History, standingTone, standingZh, termZh, useHistory } from './library-views';

type Version = History['versions'][number];

/** A policy with all its versions: who published what and when, what each changed, and who confirmed it by which document. */
export function HistoryDesk({ code }: { code: string }) {
  const ask = useHistory(code);
  return (
    <AskedPage ask={ask} here={link('staff/policy', { code })} missing="没有找到这项政策">
      {(history) => <Versions history={history} />}
    </AskedPage>
  );
}

function Versions({ history }: { history: History }) {
  const { code, titleZh, versions, draft, defects, writes } = history;
  const start = useChange(api.policies.startDraft, touches.library);
  const [confirming, setConfirming] = useState<Version | null>(null);
  const amend = async () => {
    const begun = await start.run({ from: 'amend', code });
    if (begun) await go('staff/policy-draft', { policyDraftId: begun.policyDraftId });
  };
  return (
    <Page
      over={titleZh}
      title={titleOf(history)}
      action={
        draft ? (
          <Button id="to-draft" onTap={() => go('staff/policy-draft', { policyDraftId: draft.policyDraftId })}>
            {`看草稿（${draft.stateZh}）`}
          </Button>
        ) : writes ? (
          <>
            {start.failure ? <Notice tone="error">{start.failure.message}</Notice> : null}
            <Button id="amend" busy={start.busy} onTap={amend}>
              修订这项政策
            </Button>
          </>
        ) : undefined
      }
    >
      {defects.length > 0 ? (
        <Notice tone="warn" title="今天缺少数值">
          {`${defects.join('、')}。相关的人暂时核对不出结果，请修订政策，补上数值。`}
        </Notice>
      ) : null}
      {versions.map((version) => (
        <Card
          key={version.version}
          id={`version-${version.version}`}
          title={`第 ${version.version} 版`}
          aside={<Tag tone={standingTone[version.standing]}>{standingZh[version.standing]}</Tag>}
        >
          <KeyValue items={factsOf(version)} />
          {writes && version.confirmable ? (
            <Button id={`confirm-${version.version}`} kind="secondary" onTap={() => setConfirming(version)}>
              按文号核定
            </Button>
          ) : null}
          {version.differences.length > 0 ? <DifferenceRows differences={version.differences} /> : null}
        </Card>
      ))}
      <Button id="told" kind="secondary" onTap={() => go('staff/policy-told', { code })}>
        谁收到了
      </Button>
      <Button id="see" kind="text" onTap={() => go('open/policy', { code })}>
        看公开页面
      </Button>
      <Confirm key={confirming?.version} code={code} version={confirming} onClose={() => setConfirming(null)} />
    </Page>
  );
}

function titleOf({ versions }: History): string {
  const current = versions.find(({ standing }) => standing === 'inForce');
  if (current) return `第 ${current.version} 版执行中，${policyMarkZh[current.mark]}`;
  return versions.some(({ standing }) => standing === 'notYet') ? '还没有生效' : '已到期';
}

const factsOf = ({
  docNo,
  effectiveFrom,
  effectiveTo,
  mark,
  confirmed,
  publishedAt,
  publishedByZh,
  closedZh,
}: Version) => [
  { label: '文号', value: docNo },
  { label: '日期', value: termZh(effectiveFrom, effectiveTo) },
  {
    label: '核定情况',
    value: confirmed ? `${policyMarkZh[mark]}，${confirmed.byZh} ${momentZh(confirmed.at)}` : policyMarkZh[mark],
  },
  {
    label: '发布',
    value: publishedAt === null ? '随产品提供' : `${publishedByZh ?? ''} ${momentZh(publishedAt)}`,
  },
  ...(closedZh === null ? [] : [{ label: '能否申请', value: closedZh }]),
];

/** From then on everybody reads 已核定 with the number, and in production applications are taken. */
function Confirm({ code, version, onClose }: { code: string; version: Version | null; onClose: () => void }) {
  const confirm = useChange(api.policies.confirmVersion, touches.library);
  const form = useTypedForm('confirm-policy', `${code}:${version?.version ?? ''}`);
  const [docNo, setDocNo] = form.field('docNo', '');
  const errors = useFieldErrors(confirm.failure, { docNo: isBlank(docNo) && '请填写文号' });
  const send = async () => {
    if (version === null) return;
    if (!(await confirm.run({ code, version: version.version, docNo: docNo.trim() }))) return;
    form.sent();
    onClose();
    toast('已核定');
  };
  return (
    <Sheet id="confirm-sheet" open={version !== null} title="按文号核定" onClose={onClose}>
      <Notice tone="info">核定后公开页面显示“已核定”和文号，可以开始受理申请。核定后不能撤回，要改请修订政策。</Notice>
      <AskedForm errors={errors} button={{ id: 'confirm-send', zh: '核定', busy: confirm.busy }} onSend={send}>
        <TextField
          id="confirm-docNo"
          label="文号"
          max={60}
          value={docNo}
          onChange={setDocNo}
          error={errors.of('docNo')}
        />
      </AskedForm>
    </Sheet>
  );
}

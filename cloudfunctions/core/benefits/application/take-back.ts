import { type ApplicationKind, codeOf } from '@shared/benefits/application/kind';
import type { ConsentHolder } from '../../forms/consent-holder';
import { forgetValues } from '../../forms/sealed-values';
import type { Call } from '../../rpc/call';
import { Refused } from '../../rpc/refused';
import { ownOf } from './files';
import { type Mover, ownWayOut, plainOrder } from './moves';
import { type ApplicationHead, applicationOf, applicationsOf } from './subjects';

/** Whether its applicant may still leave it: what was signed or lent goes on. */
export const canBeTakenBack = (kind: ApplicationKind, state: string): boolean =>
  kind.lifecycle.moves[ownWayOut]?.from.includes(state) === true;

/** Ends an application by its applicant, where it stands in a state that they may leave; one that was never handed in stays a draft. */
export async function takeBack(call: Call, mover: Mover, application: ApplicationHead): Promise<void> {
  const { kind } = ownOf(application);
  if (canBeTakenBack(kind, application.state))
    await mover(call, application, plainOrder(ownWayOut, application.version));
}

const withdrawn = [
  '申报立即撤回，不能恢复',
  '立即删除证件号码和手机号，包括提交时的副本',
  '已收到信息的单位不再看到新的内容',
];
const emptied = ['立即删除已填的证件号码和手机号', '提交申报前须重新同意并填写'];
/** It goes on, for it can be left no more: what was signed, lent or handed to finance. */
const underWay = [
  '立即删除还保存着的证件号码和手机号',
  '申报照常办理，已有的办理记录依法保留',
  '需要您补正时，须重新同意并填写',
];
const recorded = ['立即删除还保存着的证件号码和手机号', '已办结的申报记录依法保留'];

const narrowed = ['立即按收回后的样子显示', '申报照常办理'];

/** Whether an application goes no further without a consent; its kind may have others, which only widen what is done. */
export const isRequired = (kind: ApplicationKind, consent: string): boolean =>
  kind.consents.find((text) => text.kind === consent)?.required !== false;

/** Consents to what an application hands its receivers: without one of them it goes no further (rules §9). */
export const consentHolderOf = (kind: ApplicationKind, mover: Mover): ConsentHolder => ({
  kind: codeOf(kind),
  async titles(call, ids) {
    const rows = await applicationsOf(call, ids);
    return new Map(
      rows.map(({ applicationId, reference }) => [
        applicationId,
        reference === null ? kind.zh : `${kind.zh} ${reference}`,
      ]),
    );
  },
  async foresee(call, applicationId, consent) {
    if (!isRequired(kind, consent)) return { effectsZh: narrowed };
    const application = await applicationOf(call, { applicationId }, false);
    if (!application) return { effectsZh: ['记下撤回时间'] };
    if (kind.lifecycle.states[application.state]?.editable && application.reference === null)
      return { effectsZh: emptied };
    if (canBeTakenBack(kind, application.state)) return { effectsZh: withdrawn };
    return { effectsZh: kind.lifecycle.states[application.state]?.final ? recorded : underWay };
  },
  async withdraw(call, applicationId, consent) {
    if (!isRequired(kind, consent.kind)) return;
    const application = await applicationOf(call, { applicationId }, true);
    if (!application) throw new Refused('NOT_FOUND');
    await takeBack(call, mover, application);
    await forgetValues(call.db, [applicationId]);
  },
});

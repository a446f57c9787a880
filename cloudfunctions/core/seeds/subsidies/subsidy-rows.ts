import { shanghaiDate } from '@shared/kernel/shanghai';
import { paymentKind } from '../../subsidies/works';
import { insertAll } from '../files/insert-files';
import type { Sending } from '../files/payments';
import type { PlayedFile } from '../files/play-file';
import { accountNo } from '../loans/loan-script';
import type { Player } from '../player';
import { closedZh, type ScriptedSubsidy } from './subsidy-script';

export type SubsidyFile = { scripted: ScriptedSubsidy; file: PlayedFile };

/** Writes what each item comes to, and answers the lists by which they went to finance: one each, as they are sent. */
export async function insertSubsidies({ home }: Player, files: readonly SubsidyFile[]): Promise<Sending[]> {
  await insertAll(
    home.db,
    'subsidy',
    files.flatMap(({ scripted, file }) =>
      file.handed.length === 0
        ? []
        : [
            {
              application_id: file.applicationId,
              person_id: file.personId,
              policy: scripted.item.policy,
              uscc: String(file.script.answers.business?.uscc),
              name_zh: file.name,
              amount_fen: scripted.amountFen,
              how_zh: scripted.howZh,
            },
          ],
    ),
  );
  return files.flatMap((one) => sendingsOf(one));
}

function sendingsOf({ scripted, file }: SubsidyFile): Sending[] {
  const { item, amountFen } = scripted;
  const plain = accountNo(file.script.n);
  const made = (move: string) => file.moves.find((one) => one.move === move)?.at;
  const [paid, failed] = [made('pay'), made('fail')];
  const sent = (sentAt: number | undefined, again: boolean, result: Sending['lines'][number]['result']): Sending[] =>
    sentAt === undefined
      ? []
      : [
          {
            sourceKind: paymentKind,
            titleZh: item.zh,
            sentAt,
            sentBy: again ? file.personId : null,
            lines: [
              {
                sourceId: file.applicationId,
                personId: file.personId,
                payeeZh: String(file.script.answers.pay?.payee),
                uscc: String(file.script.answers.business?.uscc),
                account: { plain, masked: `**** ${plain.slice(-4)}` },
                amountFen,
                itemZh: item.zh,
                aboutZh: file.row.reference ?? null,
                again,
                result,
              },
            ],
          },
        ];
  const first =
    failed !== undefined
      ? { on: shanghaiDate(failed), failureZh: closedZh }
      : paid !== undefined
        ? { on: shanghaiDate(paid) }
        : null;
  return [...sent(made('batch'), false, first), ...sent(made('fix'), true, null)];
}

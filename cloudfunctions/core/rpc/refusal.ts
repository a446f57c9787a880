import type { ErrorTable } from '@shared/kernel/contract';
import { isBusy, isLost } from '../platform/database-failure';
import { faultOf } from '../platform/log/fault';
import { WechatFailed } from '../platform/wechat/wechat-calls';
import type { Reply } from './envelope';
import type { Home } from './home';
import { Refused } from './refused';
import { serveErrors } from './serve-errors';

/** Seconds after which a database that is busy or silent is worth another try. */
const retryAfter = 5;

/** The envelope of whatever was thrown: a rule's no in its own words, else a sentence for a fault, whose cause stands in the log alone. */
export function refusal(home: Pick<Home, 'log'>, path: string, error: unknown, declared: ErrorTable): Reply {
  if (error instanceof Refused) {
    const known = declared[error.code] ?? serveErrors[error.code];
    if (known) {
      const { code, fields, current, retryAfter } = error;
      const told = {
        code,
        message: error.message || known.message,
        ...(fields && { fields }),
        ...(current !== undefined && { current }),
      };
      return {
        status: known.status,
        body: { ok: false, error: told },
        ...(retryAfter !== undefined && { retryAfter }),
      };
    }
  }
  const code = codeOf(error);
  home.log.error({ path, error: faultOf(error) }, 'a call failed');
  const { status, message } = serveErrors[code] as ErrorTable[string];
  return { status, body: { ok: false, error: { code, message } }, ...(status === 503 && { retryAfter }) };
}

function codeOf(error: unknown): 'BUSY' | 'UNAVAILABLE' | 'WECHAT_SILENT' | 'INTERNAL' {
  if (isBusy(error)) return 'BUSY';
  if (isLost(error)) return 'UNAVAILABLE';
  return error instanceof WechatFailed ? 'WECHAT_SILENT' : 'INTERNAL';
}

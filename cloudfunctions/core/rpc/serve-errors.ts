import { roleZh } from '@shared/kernel/actor';
import type { ErrorTable } from '@shared/kernel/contract';
import { noIdNumberHere, textHasIdNumber } from '@shared/kernel/typed/sentences';

/** Errors that any procedure may answer; the rest stand in each one's contract. */
export const serveErrors: ErrorTable = {
  MALFORMED: { status: 400, message: '有内容填写有误，已在下方标红说明' },
  [textHasIdNumber]: { status: 422, message: noIdNumberHere },
  KEY_MISSING: { status: 400, message: '小程序版本太旧。请关闭后重新打开，再试一次' },
  UNAUTHENTICATED: { status: 401, message: '请先登录' },
  FORBIDDEN: { status: 403, message: `您没有这项权限。需要办理的，请联系本县（市、区）${roleZh.regionLead}` },
  NOT_FOUND: { status: 404, message: '没有找到，可能已被删除' },
  CURSOR_OUTDATED: { status: 422, message: '列表有更新，请下拉刷新' },
  KEY_REUSED: { status: 409, message: '这次操作已提交过。请刷新页面看结果' },
  STOPPED: { status: 422, message: '这项服务已停止，不再接受新的内容' },
  TOO_LARGE: { status: 413, message: '提交的内容太大，请精简后重试' },
  TOO_SLOW: { status: 408, message: '网络太慢，内容没有传完，请重试' },
  RATE_LIMITED: { status: 429, message: '操作太频繁，请稍后再试' },
  BUSY: { status: 503, message: '现在使用的人太多，请稍后再试' },
  UNAVAILABLE: { status: 503, message: '系统暂时没有响应，请稍后再试' },
  WECHAT_SILENT: { status: 503, message: '微信暂时没有回应，请稍后再试' },
  SCHEMA_OUTDATED: { status: 500, message: '系统正在升级，请稍后再试' },
  INTERNAL: { status: 500, message: '系统出错，已自动记录。请不要关闭本页，稍后重试' },
};

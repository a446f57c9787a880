import type { ErrorTable } from '@shared/kernel/contract';

/** Errors that any procedure may answer; the rest stand in each one's contract. */
export const serveErrors: ErrorTable = {
  MALFORMED: { status: 400, message: '填写有误，请看提示' },
  KEY_MISSING: { status: 400, message: '请求缺少操作编号，请更新后重试' },
  UNAUTHENTICATED: { status: 401, message: '请先登录' },
  FORBIDDEN: { status: 403, message: '您没有办理这件事的权限' },
  NOT_FOUND: { status: 404, message: '没有找到，可能已被移走' },
  CURSOR_OUTDATED: { status: 422, message: '筛选条件已变，请从头查看' },
  KEY_REUSED: { status: 409, message: '这个操作编号已用于其他内容' },
  TOO_LARGE: { status: 413, message: '提交的内容太大，请精简后重试' },
  TOO_SLOW: { status: 408, message: '网络太慢，内容没有传完，请重试' },
  RATE_LIMITED: { status: 429, message: '操作太频繁，请稍候再试' },
  BUSY: { status: 503, message: '现在使用的人太多，请稍后再试' },
  UNAVAILABLE: { status: 503, message: '系统暂时没有响应，请稍后再试' },
  WECHAT_SILENT: { status: 503, message: '微信暂时没有回应，请稍后再试' },
  SCHEMA_OUTDATED: { status: 500, message: '系统正在升级，请稍候再试' },
  INTERNAL: { status: 500, message: '系统出了问题，已记录；您填写的内容没有丢失，请稍后重试' },
};

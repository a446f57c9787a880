/** How a file may be refused before any of its bytes is sent, of whatever noun it is. */
export const announcedFiles = {
  FILE_EMPTY: { status: 422, message: '这是一个空文件，请检查原文件后重新选择' },
  FILE_TOO_LARGE: { status: 422, message: '文件超过大小上限，请压缩后重新上传' },
  FILE_KIND_NOT_ALLOWED: { status: 422, message: '这一项不收这种格式，请换一份文件重新上传' },
  FILE_NO_SUCH_SLOT: { status: 422, message: '没有这一项材料' },
  FILE_SLOT_FULL: { status: 422, message: '这一项的文件已满。要换的，点文件旁的“换一个”' },
  FILE_QUOTA: { status: 422, message: '上传次数太多，请 1 小时后再试' },
  FILE_NO_ROOM: {
    status: 422,
    message: '系统的存储空间不够，暂时不能上传。已上传的文件不受影响，请稍后再试',
  },
};

/** Its bytes are not here, or are wanted no more. */
export const unarrived = { FILE_NOT_ARRIVED: { status: 422, message: '文件没有传完，请重试' } };
/** It cannot be opened yet. */
export const unready = { FILE_NOT_READY: { status: 422, message: '文件还没有通过检查' } };

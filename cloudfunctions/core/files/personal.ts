import { type EraseStep, hands, ofThings, type Personal } from '../platform/personal/personal';
import { bytesOfUpload, filesOfUpload, leaveFiles } from './leaving/leave-files';

/** For areas whose rows go before the ground's: the rows with their names go, and the bytes after them. */
export const deleteFiles: EraseStep = async (db, { things, askedAt }) => {
  const gone = await db
    .deleteFrom('upload')
    .where(
      'subject_id',
      'in',
      things.length === 0 ? ['00000000-0000-0000-0000-000000000000'] : things.map(({ id }) => id),
    )
    .returning(bytesOfUpload)
    .execute();
  await leaveFiles(db, gone.flatMap(filesOfUpload), askedAt);
  return gone.length;
};

/** Files of whatever is somebody's own. */
export const filesPersonal: Personal = {
  tables: [
    {
      table: 'upload',
      persons: ['begun_by'],
      handed: hands(
        '上传的文件',
        'upload',
        { begun_at: '上传时间', slot: '材料', name: '文件名', size: '字节数', state: '状态', sha256: '校验值' },
        ofThings('subject_id'),
        'begun_at',
      ),
      erased: deleteFiles,
    },
    {
      table: 'file_opening',
      persons: ['person_id'],
      handed: { notZh: '谁打开过您的文件，列在“谁看过我的信息”中' },
      erased: { staysZh: '打开文件的记录，只有编号和时间，用于追查不当查看' },
    },
  ],
};

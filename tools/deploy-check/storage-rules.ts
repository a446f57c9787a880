import { jsonOf, type Project } from './project';

/** Nobody reads; a client writes only below `uploads/`, and only over what it wrote itself. Files are opened by a function's address. */
const rules = {
  read: false,
  write: '/^uploads\\//.test(resource.path) == true && resource.openid == auth.openid',
};

/** The rules to be pasted are exactly those that the server relies on. */
export function checkStorageRules(project: Project): string[] {
  const given = jsonOf<Record<string, unknown>>(project, 'config/storage-rules.json') ?? {};
  const faults: string[] = [];
  if (given.read !== rules.read) faults.push('config/storage-rules.json 的 read 应为 false：任何人都不能直接读取文件');
  if (given.write !== rules.write)
    faults.push(`config/storage-rules.json 的 write 应为 ${JSON.stringify(rules.write)}`);
  const others = Object.keys(given).filter((name) => !(name in rules));
  if (others.length > 0) faults.push(`config/storage-rules.json 有多余的 ${others.join('、')}`);
  return faults;
}

import { type TemplateIds, type TemplateName, templates } from '@shared/telling/templates';
import { namedIds } from '../carriers/named-ids';

/** The ids that the environment names in `XINGHUO_WECHAT_TEMPLATES`: `reviewResult=<id>,correction=<id>`. */
export const templateIdsFromEnvironment = (env: NodeJS.ProcessEnv): TemplateIds =>
  namedIds('XINGHUO_WECHAT_TEMPLATES', env.XINGHUO_WECHAT_TEMPLATES, Object.keys(templates) as TemplateName[]);

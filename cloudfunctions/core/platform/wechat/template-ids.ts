import { type TemplateIds, type TemplateName, templates } from '@shared/telling/templates';

/**
 * The ids that the environment names in `XINGHUO_WECHAT_TEMPLATES`: `reviewResult=<id>,correction=<id>`.
 * @throws Error for a name that is no template's, or a word that is no pair: a message would stay away unnoticed
 */
export function templateIdsFromEnvironment(env: NodeJS.ProcessEnv): TemplateIds {
  const pairs = (env.XINGHUO_WECHAT_TEMPLATES ?? '')
    .split(',')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', id = '', ...more] = pair.split('=').map((word) => word.trim());
      if (!Object.hasOwn(templates, name) || id === '' || more.length > 0) {
        throw new Error(
          `XINGHUO_WECHAT_TEMPLATES: “${pair}” is none of ${Object.keys(templates).join(', ')} with an id.`,
        );
      }
      return [name as TemplateName, id] as const;
    });
  return Object.fromEntries(pairs);
}

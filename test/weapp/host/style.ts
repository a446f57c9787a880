/** Elements that WeChat knows by short names; in a browser they are `wx-…`, so that no style of its own touches them. */
const elements = ['page', 'view', 'text', 'button', 'input', 'textarea', 'picker', 'image', 'scroll-view', 'switch'];

const elementName = new RegExp(`(^|[\\s,>+~(])(${elements.join('|')})(?=$|[\\s,.:>+~#\\[)])`, 'g');

/**
 * A WeChat style sheet as a browser understands it: 750 rpx are the window's width, `vh` is a part of the page's own
 * height without the bars around it, elements have WeChat's names.
 * @param read gives the text of a sheet that is imported, by its relative path
 */
export function toBrowserStyle(wxss: string, read: (path: string) => string): string {
  return wxss
    .replace(/@import\s+(?:url\()?["']?([^"');]+)["']?\)?\s*;/g, (_, path: string) => toBrowserStyle(read(path), read))
    .replace(/([^{};]+)\{/g, (rule, selector: string) =>
      selector.trim().startsWith('@') ? rule : rule.replace(elementName, '$1wx-$2'),
    )
    .replace(/(-?[\d.]+)rpx\b/g, (_, size: string) => `${+(Number(size) / 7.5).toFixed(5)}vw`)
    .replace(/(-?[\d.]+)vh\b/g, (_, size: string) => `calc(${Number(size) / 100} * var(--wx-page-height))`);
}

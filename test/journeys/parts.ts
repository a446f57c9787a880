/** Both run in the web page, and so name nothing outside themselves. */

/** Kinds of what is seen of the page in front: element, classes of ours, role and names of what is said of it. */
export function partsOf(): string[] {
  const seen = Array.from(document.querySelectorAll('.taro_page:has(.xh-page) *')).filter((each) =>
    each.checkVisibility(),
  );
  const kinds = seen.map((each) => {
    const classes = Array.from(each.classList).filter((name) => name.startsWith('xh-'));
    const said = each.getAttributeNames().filter((name) => name.startsWith('aria-'));
    return [each.localName, ...classes.sort(), each.getAttribute('role') ?? '', ...said.sort()].join(' ');
  });
  return Array.from(new Set(kinds));
}

/**
 * How many levels of elements and text the same page has in the mini program: what Taro makes of each component is one. Where the web has a field of its own, WeChat has a picker,
 * what is shown of it, its words' place and its words; what a sheet holds is scrolled there by a component more.
 */
export function webLevels(): number {
  const levels = (node: Node): number => {
    if (node instanceof Text) return node.data === '' ? 0 : 1;
    if (!(node instanceof Element)) return 0;
    if (node.matches('.xh-native')) return 4;
    const below = Math.max(0, ...Array.from(node.childNodes, levels));
    return below + (/^taro-.*-core$/.test(node.localName) ? 1 : 0) + (node.matches('.xh-sheet-body') ? 1 : 0);
  };
  return Math.max(0, ...Array.from(document.querySelectorAll('.taro_page:has(.xh-page)'), levels));
}

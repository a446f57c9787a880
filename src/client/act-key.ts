/** A key for one act of a person. It need not be secret, only never the same twice for one person. */
export const actKey = (): string =>
  `${Date.now().toString(36)}-${Array.from({ length: 4 }, () => Math.random().toString(36).slice(2, 8)).join('')}`;

/**
 * Ids that an installation names in one setting: `first=<id>,second=<id>`.
 * @throws Error for a name that is not known, or a word that is no pair: what it is for would stay away unnoticed
 */
export function namedIds<Name extends string>(
  setting: string,
  value: string | undefined,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const pairs = (value ?? '')
    .split(',')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', id = '', ...more] = pair.split('=').map((word) => word.trim());
      if (!names.includes(name as Name) || id === '' || more.length > 0) {
        throw new Error(`${setting}: “${pair}” is none of ${names.join(', ')} with an id.`);
      }
      return [name as Name, id] as const;
    });
  return Object.fromEntries(pairs) as Partial<Record<Name, string>>;
}

type Version = readonly [major: number, minor: number, patch: number];

const versionOf = (text: string): Version => {
  const [major = 0, minor = 0, patch = 0] = text
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : 0));
  return [major, minor, patch];
};

const compare = (a: Version, b: Version): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];

/** One comparator of a range: `>=18`, `^20.19.0`, `20`, `20.x`, `*`. */
function admits(comparator: string, version: Version): boolean {
  const [, operator = '', text = ''] = /^(>=|<=|>|<|\^|~|=)?v?(.*)$/.exec(comparator) ?? [];
  if (text === '' || text === '*' || text === 'x') return true;
  const bound = versionOf(text);
  const order = compare(version, bound);
  switch (operator) {
    case '>=':
      return order >= 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    case '<':
      return order < 0;
    case '^':
      return order >= 0 && version[0] === bound[0];
    case '~':
      return order >= 0 && version[0] === bound[0] && version[1] === bound[1];
    default: {
      const named = text.split('.').filter((part) => /^\d+$/.test(part)).length;
      return version.slice(0, named).every((part, i) => part === bound[i]);
    }
  }
}

/** Whether an `engines.node` range admits a version: the forms that occur in lock files, for majors above 0. */
export const rangeAdmits = (range: string, version: string): boolean =>
  range.split('||').some((alternative) =>
    alternative
      .replace(/(>=|<=|>|<|\^|~|=)\s+/g, '$1')
      .trim()
      .split(/\s+/)
      .every((comparator) => admits(comparator, versionOf(version))),
  );

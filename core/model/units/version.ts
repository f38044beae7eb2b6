/**
 * Orders two semantic versions: negative if the first is earlier. A pre-release is earlier than its release; a text that is no
 * version is earlier than all.
 */
export function compareVersions(a: string, b: string): number {
  const [first, second] = [parse(a), parse(b)];
  for (let index = 0; index < 3; index += 1) {
    const difference = compareText(padded(first.numbers[index]), padded(second.numbers[index]));
    if (difference !== 0) return difference;
  }
  if (first.preRelease.length === 0 || second.preRelease.length === 0) {
    return second.preRelease.length - first.preRelease.length;
  }
  return comparePreReleases(first.preRelease, second.preRelease);
}

/** The version after one, with a new minor number: '2.1.3' becomes '2.2.0', and '2.2.0-rc.1' becomes '2.2.0'. */
export function nextVersion(version: string): string {
  const { numbers, preRelease } = parse(version);
  const [major = '0', minor = '0', patch = '0'] = numbers;
  if (preRelease.length > 0) return `${major}.${minor}.${patch}`;
  return `${major}.${BigInt(minor) + 1n}.0`;
}

interface Parsed {
  readonly numbers: readonly string[];
  readonly preRelease: readonly string[];
}

function parse(version: string): Parsed {
  const [, major, minor, patch, preRelease] = /^(\d+)\.(\d+)\.(\d+)(?:-(.+))?$/.exec(version) ?? [];
  if (major === undefined || minor === undefined || patch === undefined) return { numbers: [], preRelease: ['0'] };
  return { numbers: [major, minor, patch], preRelease: preRelease?.split('.') ?? [] };
}

/** Numbers of any length compare as texts once they are equally long; a version has 63 characters at most. */
function padded(number = ''): string {
  return number.padStart(63, '0');
}

function comparePreReleases(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const [x = '', y = ''] = [a[index], b[index]];
    const [numberX, numberY] = [/^\d+$/.test(x), /^\d+$/.test(y)];
    if (numberX !== numberY) return numberX ? -1 : 1;
    const difference = numberX ? compareText(padded(x), padded(y)) : compareText(x, y);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import compare from 'semver/functions/compare';
import increment from 'semver/functions/inc';
import parse from 'semver/functions/parse';

/**
 * Compares two semantic versions; negative if the first is earlier. A pre-release precedes its release, and a text that is not a
 * version precedes all versions.
 */
export function compareVersions(a: string, b: string): number {
  const [first, second] = [parse(a), parse(b)];
  if (!first || !second) return Number(first !== null) - Number(second !== null);
  return compare(first, second);
}

/** The next version, with a new minor number: '2.1.3' becomes '2.2.0', and '2.2.0-rc.1' becomes '2.2.0'. */
export function nextVersion(version: string): string {
  const isPreRelease = (parse(version)?.prerelease.length ?? 0) > 0;
  return increment(version, isPreRelease ? 'patch' : 'minor') ?? '0.1.0';
}

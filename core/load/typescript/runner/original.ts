import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { createJiti } from 'jiti';
import type { CallSite } from '../../../model/base/call-site';

/**
 * Maps positions in code that jiti translated to positions in its source. Lines stay the same, columns do not, so a file is
 * translated again with a source map on first use.
 */
export class OriginalPositions {
  private readonly translator: ReturnType<typeof createJiti>;
  private readonly maps = new Map<string, SourceMap | undefined>();

  /** @param folder absolute path of the catalog's folder */
  constructor(readonly folder: string) {
    this.translator = createJiti(`${folder}/`, { fsCache: false, moduleCache: false, sourceMaps: true });
  }

  /**
   * The position in the source.
   *
   * @param length of the called function's name, if the position is after it; the result is the position of its first letter
   */
  of(site: CallSite, length = 0): CallSite {
    const entry = this.mapOf(site.file)?.findEntry(site.line - 1, site.column - 1);
    if (!entry || !('originalLine' in entry)) return { ...site, column: 1 };
    return {
      file: site.file,
      line: entry.originalLine + 1,
      column: Math.max(1, entry.originalColumn + 1 - length),
    };
  }

  private mapOf(file: string): SourceMap | undefined {
    if (!this.maps.has(file)) this.maps.set(file, this.translate(file));
    return this.maps.get(file);
  }

  private translate(file: string): SourceMap | undefined {
    try {
      const source = readFileSync(file, 'utf8');
      const code = this.translator.transform({ source, filename: file, ts: /\.[cm]?tsx?$/.test(file) });
      const [, map] = /\/\/# sourceMappingURL=data:[^,]*;base64,(\S+)\s*$/.exec(code) ?? [];
      return map === undefined ? undefined : new SourceMap(JSON.parse(Buffer.from(map, 'base64').toString('utf8')));
    } catch {
      // A file that cannot be translated has no positions. Loading it reports why.
      return undefined;
    }
  }
}

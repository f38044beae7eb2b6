import {
  closeSync,
  constants,
  type Dirent,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { errorCode } from '../../model/messages/thrown';
import type { Source, SourceEntry } from './source';

type Problem = NonNullable<SourceEntry['problem']>;

/**
 * A catalog in a folder. Folders and files whose name starts with a dot, and node_modules, are not part of it. Links are
 * followed as long as they stay inside the folder; every real file is listed once, under its own path where it has one.
 */
export class FolderSource implements Source {
  readonly root: string;
  private readonly folder: string;

  /**
   * @param folder path of the folder
   * @param root name of the folder as messages show it; default: its last part
   */
  constructor(folder: string, root?: string) {
    this.folder = resolve(folder);
    this.root = root ?? basename(this.folder);
  }

  list(): readonly SourceEntry[] {
    return [...this.walk().entries].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  links(): ReadonlyMap<string, string> {
    return this.walk().aliases;
  }

  private walk(): Walk {
    const walk = new Walk(this.folder);
    walk.run();
    return walk;
  }
}

/** One look through a folder. Links wait until everything that is really there is known. */
class Walk {
  readonly entries: SourceEntry[] = [];
  /** Links to what has a path of its own. */
  readonly aliases = new Map<string, string>();
  /** Real paths of what was found, with the path under which it is listed. */
  private readonly seen = new Map<string, string>();
  private readonly links: string[] = [];
  private real = '';

  constructor(private readonly folder: string) {}

  run(): void {
    try {
      this.real = realpathSync(this.folder);
    } catch (error) {
      this.problem(this.folder, unreadable(error));
      return;
    }
    this.enter(this.folder, this.real);
    // A folder behind a link may hold links as well: the list grows while it is worked off.
    for (let link = this.links.pop(); link !== undefined; link = this.links.pop()) this.follow(link);
  }

  private enter(path: string, real: string): void {
    if (this.isKnown(path, real)) return;
    let children: Dirent[];
    try {
      children = readdirSync(path, { withFileTypes: true });
    } catch (error) {
      this.problem(path, unreadable(error));
      return;
    }
    children.sort((a, b) => (a.name < b.name ? 1 : -1));
    for (const child of children) {
      if (child.name.startsWith('.') || child.name === 'node_modules') continue;
      const childPath = join(path, child.name);
      if (child.isSymbolicLink()) this.links.push(childPath);
      else if (child.isDirectory()) this.enter(childPath, join(real, child.name));
      else this.file(childPath, join(real, child.name));
    }
  }

  private follow(link: string): void {
    let real: string;
    try {
      real = realpathSync(link);
    } catch (error) {
      this.problem(link, brokenLink(error));
      return;
    }
    if (real !== this.real && !real.startsWith(this.real + sep)) {
      this.problem(link, {
        code: 'link-outside-catalog',
        message: 'link leads out of the catalog folder',
        hint: 'put the file itself into the catalog',
      });
      return;
    }
    this.stat(link, (stats) => (stats.isDirectory() ? this.enter(link, real) : this.file(link, real)));
  }

  private file(path: string, real: string): void {
    if (this.isKnown(path, real)) return;
    this.stat(path, (stats) => {
      if (!stats.isFile()) {
        this.problem(path, {
          code: 'not-a-file',
          message: 'is a device, pipe or socket, not an ordinary file',
          hint: 'remove it from the catalog',
        });
        return;
      }
      this.entries.push({ path: this.path(path), size: stats.size, read: () => readRegular(real) });
    });
  }

  /** Notes a file or a folder; whether it was found under another path before. */
  private isKnown(path: string, real: string): boolean {
    const listed = this.seen.get(real);
    if (listed === undefined) this.seen.set(real, this.path(path));
    else this.aliases.set(this.path(path), listed);
    return listed !== undefined;
  }

  private stat(path: string, use: (stats: Stats) => void): void {
    let stats: Stats;
    try {
      stats = statSync(path);
    } catch (error) {
      this.problem(path, unreadable(error));
      return;
    }
    use(stats);
  }

  private problem(path: string, problem: Problem): void {
    this.entries.push({ path: this.path(path), size: 0, problem, read: () => new Uint8Array() });
  }

  private path(path: string): string {
    return relative(this.folder, path).split(sep).join('/');
  }
}

/** Opens without waiting, in case the file became a pipe since it was listed. */
function readRegular(path: string): Uint8Array {
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function unreadable(error: unknown): Problem {
  return {
    code: 'unreadable-file',
    message: `cannot be read (${errorCode(error)})`,
    hint: 'check that it exists and that you may read it',
  };
}

function brokenLink(error: unknown): Problem {
  const code = errorCode(error);
  const message = code === 'ELOOP' ? 'link leads to itself' : 'link leads to nothing';
  return code === 'ENOENT' || code === 'ELOOP'
    ? { code: 'broken-link', message, hint: 'remove the link, or restore its target' }
    : unreadable(error);
}

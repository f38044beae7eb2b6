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

type EntryProblem = NonNullable<SourceEntry['problem']>;

/**
 * A catalog in a folder. Files and folders whose names start with a dot, and node_modules, are not part of it. Symbolic links are
 * followed if their targets are inside the folder. Every file is listed once, under its own path if it has one.
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

/** One walk through a folder. Links are followed last, when all files are known. */
class Walk {
  readonly entries: SourceEntry[] = [];
  /** Links to files and folders that are listed under another path. */
  readonly aliases = new Map<string, string>();
  /** Real paths, with the path under which each is listed. */
  private readonly listed = new Map<string, string>();
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
    // A linked folder may contain links, too: the list grows during the loop.
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
        message: 'link points outside the catalog folder',
        hint: 'replace the link with the file itself',
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
          message: 'entry is a device, pipe or socket, not a regular file',
          hint: 'remove it from the catalog',
        });
        return;
      }
      this.entries.push({ path: this.path(path), size: stats.size, read: () => readRegular(real) });
    });
  }

  /** Records a file or folder. Returns whether it was found under another path before. */
  private isKnown(path: string, real: string): boolean {
    const listed = this.listed.get(real);
    if (listed === undefined) this.listed.set(real, this.path(path));
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

  private problem(path: string, problem: EntryProblem): void {
    this.entries.push({ path: this.path(path), size: 0, problem, read: () => new Uint8Array() });
  }

  private path(path: string): string {
    return relative(this.folder, path).split(sep).join('/');
  }
}

/** Opens without blocking, in case the file has become a pipe since it was listed. */
function readRegular(path: string): Uint8Array {
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function unreadable(error: unknown): EntryProblem {
  return {
    code: 'unreadable-file',
    message: `file cannot be read (${errorCode(error)})`,
    hint: 'check that it exists and that you have permission to read it',
  };
}

function brokenLink(error: unknown): EntryProblem {
  const code = errorCode(error);
  const message = code === 'ELOOP' ? 'link points to itself' : 'link points to a file that does not exist';
  return code === 'ENOENT' || code === 'ELOOP'
    ? { code: 'broken-link', message, hint: 'remove the link, or restore its target' }
    : unreadable(error);
}

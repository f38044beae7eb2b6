import { type Alias, isAlias, isMap, isScalar, isSeq, type ParsedNode, type Scalar, type YAMLMap } from 'yaml';
import type { Json, Path } from '../../model';
import { PlainMap } from '../../model/json';
import { oddCharacter } from './characters';
import { MAX_DEPTH, MAX_TEXT_PROBLEMS, MAX_VALUES } from './limits';
import { type Marks, MarkWriter } from './marks';
import type { Problem } from './problem';

/** A document's plain value, frozen, with the places of its parts and what was wrong on the way. */
export interface PlainDocument {
  readonly value: Json;
  readonly marks: Marks;
  readonly problems: readonly Problem[];
  /** Values that are not what was written; see YamlDocument. */
  readonly leftOut: readonly Path[];
}

type Span = readonly [start: number, end: number];
type Node = ParsedNode | Scalar | null;

/** A value with an anchor: what an alias stands for. While it is being read it has no value yet. */
interface Anchored {
  readonly index: number;
  readonly depth: number;
  readonly path: Path;
  readonly built?: { readonly value: Json; readonly height: number };
}

/** Takes the plain value out of parsed contents. Aliases are followed, within bounds; everything that JSON cannot say is a problem. */
export function plainDocument(contents: ParsedNode | null, text: string, ofSyntax: readonly Problem[]): PlainDocument {
  const foreign = isMap(contents) && (contents.has('openapi') || contents.has('swagger')) && !contents.has('kind');
  const tags = ofSyntax.filter(({ local }) => local).slice(0, MAX_TEXT_PROBLEMS);
  const reader = new ValueReader(text, tags, foreign);
  const { value } = reader.read(contents, undefined, 0, [0, 0]);
  return { value, marks: reader.writer.marks, problems: reader.problems, leftOut: reader.leftOut };
}

/** A value and how many levels it nests. */
interface Built {
  readonly value: Json;
  readonly height: number;
}

const NULL: Built = { value: null, height: 0 };

/** Beyond this many, nobody reads what else is wrong. */
const MAX_LEFT_OUT = 500;

class ValueReader {
  readonly writer = new MarkWriter();
  readonly problems: Problem[] = [];
  readonly leftOut: Path[] = [];
  private readonly path: (string | number)[] = [];
  private readonly anchors = new Map<string, Anchored>();
  private readonly missingAnchors = new Set<string>();
  private full = false;

  /** @param tags what is wrong with tags; `foreign` whether the document is an API's definition */
  constructor(
    private readonly text: string,
    private readonly tags: readonly Problem[],
    private readonly foreign: boolean,
  ) {}

  /** Reads one node; recursion is bounded, as the parser has checked the depth. `gap` is where a value that is missing would stand. */
  read(node: Node, key: Span | undefined, depth: number, gap: Span): Built {
    const span: Span = node?.range ? [node.range[0], node.range[1]] : gap;
    if (this.writer.count >= MAX_VALUES) return this.tooMany(span);
    if (isAlias(node)) return this.alias(node, key, depth, span);
    const index = this.writer.open(key, ...span);
    const anchor = node && 'anchor' in node ? node.anchor : undefined;
    if (anchor) this.anchors.set(anchor, { index, depth, path: [...this.path] });
    if (node?.tag !== undefined && this.hasWrongTag(span[0])) this.leaveOut(this.path);
    const built = this.content(node, depth, span);
    this.writer.close(index);
    if (anchor) this.anchors.set(anchor, { index, depth, path: [...this.path], built });
    return built;
  }

  private content(node: Exclude<Node, Alias.Parsed>, depth: number, span: Span): Built {
    if (isMap(node)) return this.map(node as YAMLMap<Node, Node>, depth);
    if (isSeq(node)) {
      const list: Json[] = [];
      let height = 0;
      for (const item of node.items as readonly Node[]) {
        this.path.push(list.length);
        const built = this.read(item, undefined, depth + 1, span);
        this.path.pop();
        list.push(built.value);
        height = Math.max(height, built.height + 1);
      }
      return { value: Object.freeze(list), height };
    }
    return isScalar(node) ? { value: this.scalar(node, span), height: 0 } : NULL;
  }

  private map(node: YAMLMap<Node, Node>, depth: number): Built {
    const map = new PlainMap();
    let height = 0;
    for (const { name, span, value } of this.entries(node)) {
      this.path.push(name);
      const built = this.read(value, span, depth + 1, span);
      this.path.pop();
      map[name] = built.value;
      height = Math.max(height, built.height + 1);
    }
    return { value: Object.freeze(map), height };
  }

  /** The entries that can be kept, in the order in which JavaScript lists the keys: marks follow that order. */
  private entries(node: YAMLMap<Node, Node>): readonly { name: string; span: Span; value: Node }[] {
    const seen = new Set<string>();
    const repeated: { readonly name: string; readonly span: Span }[] = [];
    const entries = [];
    for (const [index, { key, value }] of node.items.entries()) {
      const span: Span = key?.range ? [key.range[0], key.range[1]] : [node.range?.[0] ?? 0, node.range?.[0] ?? 0];
      if (this.isDecimalComma(node.items[index - 1], span, value)) continue;
      const name = this.name(key, span);
      if (name === undefined) continue;
      if (seen.has(name)) {
        repeated.push({ name, span });
        this.leaveOut([...this.path, name]);
        continue;
      }
      seen.add(name);
      entries.push({ name, span, value });
    }
    this.duplicateKeys(repeated);
    const numbers = entries.filter((entry) => isIndex(entry.name));
    if (numbers.length === 0) return entries;
    numbers.sort((a, b) => Number(a.name) - Number(b.name));
    return [...numbers, ...entries.filter((entry) => !isIndex(entry.name))];
  }

  /** Keys that a map has twice: one finding, since they mostly have one cause. */
  private duplicateKeys(repeated: readonly { readonly name: string; readonly span: Span }[]): void {
    const [first] = repeated;
    if (!first) return;
    const names = [...new Set(repeated.map(({ name }) => `'${cut(name)}'`))];
    const listed = `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`;
    const message = `${names.length === 1 ? 'key' : 'keys'} ${listed} ${names.length === 1 ? 'appears' : 'appear'} twice in one map`;
    const inList = typeof this.path.at(-1) === 'number';
    const hint = inList ? "remove one of them, or start a new list item with '- '" : 'remove one of them';
    this.local('duplicate-key', message, first.span, hint, [...this.path, first.name]);
  }

  /** Whether a key is what follows the comma of a number, as in `{ amount: 490,00 }`: YAML takes it for a field without a value. */
  private isDecimalComma(before: YAMLMap<Node, Node>['items'][number] | undefined, key: Span, value: Node): boolean {
    const range = before?.value?.range;
    if (!range || !isScalar(before?.value) || typeof before.value.value !== 'number') return false;
    const written = this.text.slice(range[0], key[1]);
    if ((isScalar(value) && value.value !== null) || !/^[0-9]+,[0-9]+(\.[0-9]+)?$/.test(written)) return false;
    const path = [...this.path, String(isScalar(before.key) ? before.key.value : '')];
    const message = `number ${cut(written)} has a comma, which separates fields here`;
    this.local('yaml-number', message, [range[0], key[1]], withoutComma(written), path);
    this.leaveOut(path);
    return true;
  }

  private name(key: Node, span: Span): string | undefined {
    if (!isScalar(key)) {
      const hint = 'write a word in front of the colon';
      this.lost('keys must be strings', span, hint, [...this.path]);
      // A map in braces alone is mostly what was meant as text.
      if (this.path.length > 0) this.leaveOut(this.path);
      return undefined;
    }
    const name = typeof key.value === 'string' ? key.value : this.text.slice(...span);
    if (name === '__proto__') {
      this.lost("key '__proto__' is not allowed", span, 'remove it', [...this.path, name]);
      return undefined;
    }
    if (name === '<<' && key.type === 'PLAIN') {
      const hint = 'write the fields out, or use an alias for a whole value';
      this.problem('yaml-merge', "merge key '<<' is not part of YAML 1.2", span, hint);
      return undefined;
    }
    if (typeof key.value !== 'string') {
      const shown = name === '' ? 'empty key' : `key ${cut(name)}`;
      this.local(
        'yaml-key',
        `${shown} is not a string; keys must be strings`,
        span,
        `put it in quotes: '${cut(name)}'`,
        [...this.path, name],
      );
      this.leaveOut([...this.path, name]);
    }
    if (this.odd(name, span, [...this.path, name])) this.leaveOut([...this.path, name]);
    return name;
  }

  private scalar(node: Scalar, span: Span): Json {
    const { value } = node;
    if (typeof value === 'string' && this.odd(value, span, [...this.path])) this.leaveOut(this.path);
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    const shown = cut(this.text.slice(...span));
    this.local('yaml-number', `number ${shown} is not finite`, span, 'write a number that is kept exactly', [
      ...this.path,
    ]);
    this.leaveOut(this.path);
    return null;
  }

  private alias(node: Alias.Parsed, key: Span | undefined, depth: number, span: Span): Built {
    const anchored = this.anchors.get(node.source);
    const built = anchored?.built;
    if (!anchored || !built) {
      const message = anchored
        ? `alias '*${cut(node.source)}' is inside the value that it refers to`
        : `alias '*${cut(node.source)}' refers to nothing: there is no '&${cut(node.source)}' before it`;
      const hint = anchored
        ? 'write the value out'
        : `write the value out, put it in quotes if * is part of it, or add '&${cut(node.source)}' to the value that is meant`;
      // One anchor that is gone leaves many aliases behind.
      if (!this.missingAnchors.has(node.source)) this.problem('yaml-alias', message, span, hint);
      this.missingAnchors.add(node.source);
      this.writer.close(this.writer.open(key, ...span));
      return NULL;
    }
    if (depth + built.height > MAX_DEPTH) {
      this.problem('too-deep', `aliases nest values more than ${MAX_DEPTH} levels deep`, span, 'write fewer levels');
      this.writer.close(this.writer.open(key, ...span));
      return NULL;
    }
    if (this.writer.count + this.writer.size(anchored.index) > MAX_VALUES) return this.tooMany(span);
    this.writer.repeat(anchored.index, key);
    if (this.leftOut.length < MAX_LEFT_OUT) {
      const inside = this.leftOut.filter((path) => anchored.path.every((step, index) => path[index] === step));
      for (const path of inside) this.leaveOut([...this.path, ...path.slice(anchored.path.length)]);
    }
    return built;
  }

  private tooMany(span: Span): Built {
    if (!this.full) {
      const message = `document holds more than ${MAX_VALUES} values, aliases expanded`;
      this.problem('too-large', message, span, 'use fewer aliases, or write a smaller document');
    }
    this.full = true;
    this.writer.close(this.writer.open(undefined, ...span));
    return NULL;
  }

  /** Tells a character of a text that nobody can see, or that is none. */
  private odd(text: string, span: Span, path: Path): boolean {
    // What is used of an API's definition is looked at where it is used.
    const found = this.foreign ? undefined : oddCharacter(text);
    if (found) this.local('control-character', found.message, span, found.hint, path);
    return found !== undefined;
  }

  private leaveOut(path: Path): void {
    if (this.leftOut.length < MAX_LEFT_OUT) this.leftOut.push([...path]);
  }

  /** Whether the tag in front of a value is one that is reported. */
  private hasWrongTag(start: number): boolean {
    return this.tags.some(
      (tag) => tag.start <= start && /^(\S+(\s+\S+){0,2})?\s*$/.test(this.text.slice(tag.start, start)),
    );
  }

  /** A problem that spoils its own value alone. */
  private local(code: string, message: string, [start, end]: Span, hint: string, path: Path): void {
    this.problems.push({ code, message, hint, start, end, local: true, path });
  }

  /** A key that cannot be kept, and its value with it. */
  private lost(message: string, [start, end]: Span, hint: string, path: Path): void {
    this.problems.push({ code: 'yaml-key', message, hint, start, end, local: true, lost: true, path });
  }

  private problem(code: string, message: string, [start, end]: Span, hint: string): void {
    this.problems.push({ code, message, hint, start, end });
  }
}

/** What to write for a number with a comma; three digits after it may be decimals or thousands. */
function withoutComma(written: string): string {
  const decimals = written.split(/[,.]/).slice(1);
  if (decimals.length === 1 && decimals[0]?.length === 3) return 'write it without a comma';
  return `write '${cut(decimals.length === 1 ? written.replace(',', '.') : written.replace(',', ''))}'`;
}

/** Whether JavaScript lists a key of this name before all others, by number. */
function isIndex(name: string): boolean {
  return /^(0|[1-9][0-9]{0,9})$/.test(name) && Number(name) < 2 ** 32 - 1;
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

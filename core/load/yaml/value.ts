import { type Alias, isAlias, isMap, isScalar, isSeq, type ParsedNode, type Scalar, type YAMLMap } from 'yaml';
import type { Json, Path } from '../../model';
import { PlainMap } from '../../model/base/json';
import { cut } from '../../model/messages/shown';
import { MAX_DEPTH, MAX_VALUES } from './bounds';
import { entriesOf, type Node } from './entries';
import { type Marks, MarkWriter } from './marks';
import type { Problem } from './problem';
import { type Span, ValueProblems } from './value-problems';

/** A document's plain value, frozen, with the places of its parts and what was wrong on the way. */
export interface PlainDocument {
  readonly value: Json;
  readonly marks: Marks;
  readonly problems: readonly Problem[];
  /** Values that are not what was written; see YamlDocument. */
  readonly leftOut: readonly Path[];
}

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
  const problems = new ValueProblems(text, ofSyntax, foreign);
  const reader = new ValueReader(problems);
  const { value } = reader.read(contents, undefined, 0, [0, 0]);
  return { value, marks: reader.writer.marks, problems: problems.found, leftOut: problems.leftOut };
}

/** A value and how many levels it nests. */
interface Built {
  readonly value: Json;
  readonly height: number;
}

const NULL: Built = { value: null, height: 0 };

class ValueReader {
  readonly writer = new MarkWriter();
  private readonly path: (string | number)[] = [];
  private readonly anchors = new Map<string, Anchored>();
  private readonly missingAnchors = new Set<string>();
  private full = false;

  constructor(private readonly problems: ValueProblems) {}

  /** Reads one node; recursion is bounded, as the parser has checked the depth. `gap` is where a value that is missing would stand. */
  read(node: Node, key: Span | undefined, depth: number, gap: Span): Built {
    const span: Span = node?.range ? [node.range[0], node.range[1]] : gap;
    if (this.writer.count >= MAX_VALUES) return this.tooMany(span);
    if (isAlias(node)) return this.alias(node, key, depth, span);
    const index = this.writer.open(key, ...span);
    const anchor = node && 'anchor' in node ? node.anchor : undefined;
    if (anchor) this.anchors.set(anchor, { index, depth, path: [...this.path] });
    if (node?.tag !== undefined && this.problems.hasWrongTag(span[0])) this.problems.leaveOut(this.path);
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
    for (const { name, span, value } of entriesOf(node, this.path, this.problems)) {
      this.path.push(name);
      const built = this.read(value, span, depth + 1, span);
      this.path.pop();
      map[name] = built.value;
      height = Math.max(height, built.height + 1);
    }
    return { value: Object.freeze(map), height };
  }

  private scalar(node: Scalar, span: Span): Json {
    const { value } = node;
    if (typeof value === 'string' && this.problems.odd(value, span, this.path)) this.problems.leaveOut(this.path);
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    const shown = cut(this.problems.text.slice(...span));
    this.problems.local(
      'yaml-number',
      `number ${shown} is not finite`,
      span,
      'write a number that is kept exactly',
      this.path,
    );
    this.problems.leaveOut(this.path);
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
      if (!this.missingAnchors.has(node.source)) this.problems.problem('yaml-alias', message, span, hint);
      this.missingAnchors.add(node.source);
      this.writer.close(this.writer.open(key, ...span));
      return NULL;
    }
    if (depth + built.height > MAX_DEPTH) {
      this.problems.problem(
        'nested-too-deep',
        `aliases nest values more than ${MAX_DEPTH} levels deep`,
        span,
        'write fewer levels',
      );
      this.writer.close(this.writer.open(key, ...span));
      return NULL;
    }
    if (this.writer.count + this.writer.size(anchored.index) > MAX_VALUES) return this.tooMany(span);
    this.writer.repeat(anchored.index, key);
    this.problems.repeatLeftOut(anchored.path, this.path);
    return built;
  }

  private tooMany(span: Span): Built {
    if (!this.full) {
      const message = `document holds more than ${MAX_VALUES} values, aliases expanded`;
      this.problems.problem('file-too-large', message, span, 'use fewer aliases, or write a smaller document');
    }
    this.full = true;
    this.writer.close(this.writer.open(undefined, ...span));
    return NULL;
  }
}

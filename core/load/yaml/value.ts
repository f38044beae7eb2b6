import { type Alias, isAlias, isMap, isScalar, isSeq, type ParsedNode, type Scalar, type YAMLMap } from 'yaml';
import type { Json, Path } from '../../model';
import { PlainMap } from '../../model/base/json';
import { cut } from '../../model/messages/shown';
import { MAX_DEPTH, MAX_VALUES } from './bounds';
import { entriesOf, type Node } from './entries';
import { type Marks, MarkWriter } from './marks';
import type { TextProblem } from './text-problem';
import { type Range, ValueProblems } from './value-problems';

/** The plain value of a document, frozen, with its marks and problems. */
export interface PlainDocument {
  readonly value: Json;
  readonly marks: Marks;
  readonly problems: readonly TextProblem[];
  /** Paths of unknown values; see YamlDocument. */
  readonly unknownPaths: readonly Path[];
}

/** A value with an anchor, to which aliases refer. It has no value while it is being read. */
interface Anchored {
  readonly index: number;
  readonly depth: number;
  readonly path: Path;
  readonly built?: { readonly value: Json; readonly height: number };
}

/** Converts parsed contents to a plain value. Aliases are expanded within limits; everything that JSON cannot represent is a problem. */
export function plainDocument(
  contents: ParsedNode | null,
  text: string,
  ofSyntax: readonly TextProblem[],
): PlainDocument {
  const foreign = isMap(contents) && (contents.has('openapi') || contents.has('swagger')) && !contents.has('kind');
  const problems = new ValueProblems(text, ofSyntax, foreign);
  const reader = new ValueReader(problems);
  const { value } = reader.read(contents, undefined, 0, [0, 0]);
  return { value, marks: reader.writer.marks, problems: problems.found, unknownPaths: problems.unknownPaths };
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
  private readonly reportedAnchors = new Set<string>();
  private full = false;

  constructor(private readonly problems: ValueProblems) {}

  /** Reads one node. Recursion is limited, because the depth is checked during parsing. `gap` is the position of a missing value. */
  read(node: Node, key: Range | undefined, depth: number, gap: Range): Built {
    const span: Range = node?.range ? [node.range[0], node.range[1]] : gap;
    if (this.writer.count >= MAX_VALUES) return this.tooMany(span);
    if (isAlias(node)) return this.alias(node, key, depth, span);
    const index = this.writer.open(key, ...span);
    const anchor = node && 'anchor' in node ? node.anchor : undefined;
    if (anchor) this.anchors.set(anchor, { index, depth, path: [...this.path] });
    if (node?.tag !== undefined && this.problems.hasWrongTag(span[0])) this.problems.markUnknown(this.path);
    const built = this.content(node, depth, span);
    this.writer.close(index);
    if (anchor) this.anchors.set(anchor, { index, depth, path: [...this.path], built });
    return built;
  }

  private content(node: Exclude<Node, Alias.Parsed>, depth: number, span: Range): Built {
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

  private scalar(node: Scalar, span: Range): Json {
    const { value } = node;
    if (typeof value === 'string' && this.problems.reportCharacter(value, span, this.path))
      this.problems.markUnknown(this.path);
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    const shown = cut(this.problems.text.slice(...span));
    this.problems.local('yaml-number', `number ${shown} is not finite`, span, 'write a finite number', this.path);
    this.problems.markUnknown(this.path);
    return null;
  }

  private alias(node: Alias.Parsed, key: Range | undefined, depth: number, span: Range): Built {
    const anchored = this.anchors.get(node.source);
    const built = anchored?.built;
    if (!anchored || !built) {
      const message = anchored
        ? `alias '*${cut(node.source)}' is inside the value that it refers to`
        : `alias '*${cut(node.source)}' refers to an anchor that does not exist`;
      const hint = anchored
        ? 'write the value out'
        : `write the value out, quote it if '*' is part of it, or add '&${cut(node.source)}' to the value that it refers to`;
      // A missing anchor may have many aliases, which have one cause.
      if (!this.reportedAnchors.has(node.source)) this.problems.problem('yaml-alias', message, span, hint);
      this.reportedAnchors.add(node.source);
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
    this.problems.repeatUnknown(anchored.path, this.path);
    return built;
  }

  private tooMany(span: Range): Built {
    if (!this.full) {
      const message = `document contains more than ${MAX_VALUES} values with aliases expanded`;
      this.problems.problem('file-too-large', message, span, 'use fewer aliases, or make the document smaller');
    }
    this.full = true;
    this.writer.close(this.writer.open(undefined, ...span));
    return NULL;
  }
}

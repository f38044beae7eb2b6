import { hasParameter, segmentsMeet } from './shape';

/** Routes by their segments, so that those which a new one meets are found without a look at all others. */
export interface RouteTree<T> {
  /** Every route added so far of which some path is also one of this shape. */
  meeting(shape: readonly string[]): Iterable<T>;
  add(shape: readonly string[], route: T): void;
}

interface Node<T> {
  readonly literals: Map<string, Node<T>>;
  readonly patterns: Map<string, Node<T>>;
  readonly routes: T[];
}

/** An empty tree of routes. */
export function routeTree<T>(): RouteTree<T> {
  const root = node<T>();
  return {
    meeting: (shape) => meeting(root, shape, 0),
    add(shape, route) {
      let current = root;
      for (const segment of shape) {
        const children = hasParameter(segment) ? current.patterns : current.literals;
        let child = children.get(segment);
        if (!child) {
          child = node<T>();
          children.set(segment, child);
        }
        current = child;
      }
      current.routes.push(route);
    },
  };
}

function node<T>(): Node<T> {
  return { literals: new Map(), patterns: new Map(), routes: [] };
}

function* meeting<T>(current: Node<T>, shape: readonly string[], depth: number): Iterable<T> {
  const segment = shape[depth];
  if (segment === undefined) {
    yield* current.routes;
    return;
  }
  if (hasParameter(segment)) {
    for (const [literal, child] of current.literals) {
      if (segmentsMeet(segment, literal)) yield* meeting(child, shape, depth + 1);
    }
  } else {
    const child = current.literals.get(segment);
    if (child) yield* meeting(child, shape, depth + 1);
  }
  for (const [pattern, child] of current.patterns) {
    if (segmentsMeet(segment, pattern)) yield* meeting(child, shape, depth + 1);
  }
}

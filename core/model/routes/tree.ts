import { hasParameter, segmentsOverlap } from './shape';

/** Routes by their segments, so that a route is compared only with those that it may overlap. */
export interface RouteTree<T> {
  /** Every route in the tree that matches some path which this shape also matches. */
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
      if (segmentsOverlap(segment, literal)) yield* meeting(child, shape, depth + 1);
    }
  } else {
    const child = current.literals.get(segment);
    if (child) yield* meeting(child, shape, depth + 1);
  }
  for (const [pattern, child] of current.patterns) {
    if (segmentsOverlap(segment, pattern)) yield* meeting(child, shape, depth + 1);
  }
}

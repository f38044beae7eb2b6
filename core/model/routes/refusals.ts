import { type ApiOperation, operationsOf } from '../api/operations';
import type { Method } from '../openapi/definition';
import { oncePerApi, type SpecifiedApi } from '../specified-api';
import { type Claim, canArrive, claimKey, claimOf, isNarrower, isSame, sharedSegments } from './claim';
import { pathWords } from './path-words';
import { MAX_ROUTE_PRIORITY, routePriority, shapePriority } from './priority';
import { exactPath, otherPaths, type RefusedRoute } from './refused-route';
import { isRoutable } from './routable';
import { shapeText } from './shape';
import { foldSegment } from './spelling';
import { routeTree } from './tree';

/** What keeps the calls of one path away from operations with a path parameter in its place. */
export interface Refusals {
  /** The routes that refuse, in the order of their words. */
  readonly routes: readonly RefusedRoute[];
  /** Of each exposed operation, by id, the exposed operations whose routes have to be there before its own. */
  readonly after: ReadonlyMap<string, readonly ApiOperation[]>;
  /** Exposed operations and paths that no priority of routes tells apart. */
  readonly unclear: readonly Unclear[];
}

/** An exposed operation that may be taken for calls of a path that the gateway has to refuse. */
export interface Unclear {
  readonly operation: ApiOperation;
  readonly path: string;
}

/**
 * The calls of an API that the route of an operation would take by a path parameter, although they are those of another path of
 * the OpenAPI file: `GET /items/hidden` next to `GET /items/{id}`, whether its own operation is not exposed, has another method, or
 * is spelled otherwise than its route spells it, where the upstream takes both spellings for one. OpenAPI has concrete paths go first,
 * and so have upstreams; where two paths share calls and neither is the narrower one (`/a/{x}`, `/{y}/b`), upstreams differ, and
 * nobody gets these calls.
 */
export const refusalsOf: (api: SpecifiedApi) => Refusals = oncePerApi((api) => new Plan(api).refusals());

/** The calls of one path and what becomes of them. */
interface Shared {
  readonly segments: readonly string[];
  readonly hidden: Map<Method, ApiOperation>;
  readonly foreign: Set<Method>;
  readonly respelled: Set<Method>;
  readonly loose: Set<number>;
  /** Exposed operations that would take the calls, with the path that the calls are of. */
  readonly takers: Unclear[];
}

class Plan {
  /** The operations that calls can fit. */
  readonly #all: readonly ApiOperation[];
  readonly #exposed: ReadonlySet<ApiOperation>;
  /** Operations by method and what the upstream takes their paths for. */
  readonly #operations = new Map<string, ApiOperation[]>();
  readonly #shared = new Map<string, Shared>();
  readonly #after = new Map<string, Set<ApiOperation>>();
  readonly #unclear: Unclear[] = [];
  readonly #claims = new Map<string, Claim>();

  constructor(private readonly api: SpecifiedApi) {
    this.#all = operationsOf(api).filter(isRoutable);
    this.#exposed = new Set(this.#all.filter(({ exposed }) => exposed));
  }

  refusals(): Refusals {
    const { definition } = this.api;
    const paths = new Set([...(definition.paths ?? []), ...this.#all.map(({ path }) => path)]);
    const tree = routeTree<Claim>();
    for (const claim of [...paths].sort().map((path) => this.#claim(path))) {
      if (canArrive(claim)) tree.add(claim.folded, claim);
    }
    for (const operation of this.#all) {
      const key = this.#key(operation.method, this.#claim(operation.path));
      this.#operations.set(key, [...(this.#operations.get(key) ?? []), operation]);
    }
    for (const operation of this.#exposed) {
      const claim = this.#claim(operation.path);
      for (const other of tree.meeting(claim.folded)) {
        if (!isSame(claim, other) && !isNarrower(claim, other)) this.#keepAway(operation, claim, other);
      }
    }
    const routes = [...this.#shared.values()].flatMap((shared) => this.#routes(shared)).sort(byWords);
    return {
      routes,
      after: new Map([...this.#after].map(([id, operations]) => [id, [...operations].sort(byId)])),
      unclear: this.#unclear,
    };
  }

  /** Keeps calls of another path away from an operation. */
  #keepAway(operation: ApiOperation, claim: Claim, other: Claim): void {
    const { method } = operation;
    const wanted = [...sharedSegments(other, claim), ...(claim.slash ? [''] : [])];
    const folded = wanted.map((segment) => foldSegment(segment, this.#reading));
    const owners = this.#operations.get(`${method} /${folded.join('/')}`) ?? [];
    const owner = owners.find((one) => this.#exposed.has(one)) ?? owners[0];
    const ownerClaim = owner && this.#claim(owner.path);
    const segments = ownerClaim ? allSegments(ownerClaim) : wanted;
    const shared = this.#sharedOf(segments);
    shared.respelled.add(method);
    for (const [index, segment] of segments.entries()) {
      if (segment !== (claim.segments[index] ?? '')) shared.loose.add(index);
    }
    if (!owner) shared.foreign.add(method);
    else if (!this.#exposed.has(owner)) shared.hidden.set(method, owner);
    else if (ownerClaim && isNarrower(ownerClaim, claim)) this.#comesAfter(operation, owner);
    // Of two exposed operations `route-conflict` compares the priorities.
    if (!owner || !this.#exposed.has(owner)) shared.takers.push({ operation, path: other.path });
  }

  #comesAfter(operation: ApiOperation, owner: ApiOperation): void {
    const known = this.#after.get(operation.id) ?? new Set();
    this.#after.set(operation.id, known.add(owner));
  }

  #sharedOf(segments: readonly string[]): Shared {
    const key = segments.join('/');
    const known = this.#shared.get(key);
    if (known) return known;
    const shared = {
      segments,
      hidden: new Map(),
      foreign: new Set<Method>(),
      respelled: new Set<Method>(),
      loose: new Set<number>(),
      takers: [],
    };
    this.#shared.set(key, shared);
    return shared;
  }

  #routes(shared: Shared): readonly RefusedRoute[] {
    const { basePath } = this.api.value;
    const { segments, hidden, foreign, respelled, loose } = shared;
    const priority = this.#priority(shared);
    const exact = [exactPath(basePath, segments, this.#reading)];
    const others = otherPaths(basePath, segments, loose, this.#reading);
    const words = pathWords(segments);
    return [
      ...[...hidden].map(([method, operation]) => ({
        operation,
        words: ['operation', method.toLowerCase(), ...words],
        methods: [method],
        paths: exact,
        priority,
      })),
      ...(foreign.size > 0
        ? [{ words: ['path', ...words], methods: [...foreign].sort(), paths: exact, priority }]
        : []),
      ...(others.length > 0
        ? [{ words: ['spelling', ...words], methods: [...respelled].sort(), paths: others, priority }]
        : []),
    ];
  }

  /**
   * The priority of a refused path: that of its own segments, and one more where an operation that would take its calls has the same.
   * An exposed operation that is narrower than the path has to stay above it.
   */
  #priority({ segments, takers }: Shared): number {
    const own = shapePriority(segments);
    const blocking = takers.filter(({ operation }) => routePriority(operation.path) >= own);
    if (blocking.length === 0) return own;
    const priority = Math.max(...blocking.map(({ operation }) => routePriority(operation.path))) + 1;
    const path = this.#claim(shapeText(segments));
    const isShadowing = [...this.#exposed].some((operation) => {
      const claim = this.#claim(operation.path);
      const isInside = claim.folded.length === path.folded.length && isNarrower(claim, path);
      return isInside && routePriority(operation.path) <= priority;
    });
    if (isShadowing || priority > MAX_ROUTE_PRIORITY) this.#unclear.push(...blocking);
    return priority;
  }

  #claim(path: string): Claim {
    const claim = this.#claims.get(path) ?? claimOf(path, this.#reading);
    this.#claims.set(path, claim);
    return claim;
  }

  #key(method: Method, { folded, slash }: Claim): string {
    return `${method} ${claimKey(folded, slash)}`;
  }

  get #reading() {
    return this.api.value.upstreamPaths ?? {};
  }
}

/** Segments of a claim with the slash at its end. */
function allSegments({ segments, slash }: Claim): readonly string[] {
  return slash ? [...segments, ''] : segments;
}

function byWords(a: RefusedRoute, b: RefusedRoute): number {
  return a.words.join('_') < b.words.join('_') ? -1 : 1;
}

function byId(a: ApiOperation, b: ApiOperation): number {
  return a.id < b.id ? -1 : 1;
}

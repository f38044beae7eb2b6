import type { ApiOperation } from '../api/operations';
import type { SpecifiedApi } from '../catalog/specified-api';
import type { Method } from '../openapi/definition';
import { type Claim, claimKey, isNarrower, isReachable, isSameClaim, sharedSegments } from './claim';
import { foldSegment } from './spelling';
import { routeTree } from './tree';
import type { UpstreamPaths } from './upstream-paths';

/** An exposed operation whose route matches calls of a path that the gateway must refuse. */
export interface MatchingOperation {
  readonly operation: ApiOperation;
  readonly path: string;
}

/** The calls of one path that also match a path parameter of other operations. */
export interface SharedCalls {
  readonly segments: readonly string[];
  /** The path's own operations that are not exposed. */
  readonly hidden: ReadonlyMap<Method, ApiOperation>;
  /** Methods that the path does not define. */
  readonly undefinedMethods: ReadonlySet<Method>;
  /** Methods that other spellings of the path can match. */
  readonly respelledMethods: ReadonlySet<Method>;
  /** Indices of the segments whose spelling may differ. */
  readonly respelledSegments: ReadonlySet<number>;
  /** Exposed operations that match the calls, with the path that the calls belong to. */
  readonly matching: readonly MatchingOperation[];
}

interface MutableSharedCalls extends SharedCalls {
  readonly hidden: Map<Method, ApiOperation>;
  readonly undefinedMethods: Set<Method>;
  readonly respelledMethods: Set<Method>;
  readonly respelledSegments: Set<number>;
  readonly matching: MatchingOperation[];
}

/** The calls that several paths of an API match. */
export interface Overlaps {
  readonly shared: readonly SharedCalls[];
  /** For each exposed operation, by ID, the narrower exposed operations whose calls it also matches. */
  readonly after: ReadonlyMap<string, ReadonlySet<ApiOperation>>;
}

/**
 * Compares every exposed operation of an API with every path of the API.
 *
 * @param operations the routable operations
 * @param claimOf returns the claim of a path of this API
 */
export function findOverlaps(
  { definition, value }: SpecifiedApi,
  operations: readonly ApiOperation[],
  claimOf: (path: string) => Claim,
): Overlaps {
  const paths = new Set([...(definition.paths ?? []), ...operations.map(({ path }) => path)]);
  const tree = routeTree<Claim>();
  for (const claim of [...paths].sort().map(claimOf)) {
    if (isReachable(claim)) tree.add(claim.folded, claim);
  }
  const collector = new Collector(operations, claimOf, value.upstreamPaths ?? {});
  for (const operation of operations.filter(({ exposed }) => exposed)) {
    const claim = claimOf(operation.path);
    for (const other of tree.meeting(claim.folded)) {
      if (!isSameClaim(claim, other) && !isNarrower(claim, other)) collector.add(operation, claim, other);
    }
  }
  return { shared: [...collector.shared.values()], after: collector.after };
}

class Collector {
  readonly shared = new Map<string, MutableSharedCalls>();
  readonly after = new Map<string, Set<ApiOperation>>();
  /** Operations by method, and by path as the upstream compares it. */
  readonly #operations = new Map<string, ApiOperation[]>();

  constructor(
    operations: readonly ApiOperation[],
    private readonly claimOf: (path: string) => Claim,
    private readonly upstreamPaths: UpstreamPaths,
  ) {
    for (const operation of operations) {
      const { folded, slash } = claimOf(operation.path);
      const key = `${operation.method} ${claimKey(folded, slash)}`;
      this.#operations.set(key, [...(this.#operations.get(key) ?? []), operation]);
    }
  }

  /** Records the calls of the path `other` that an operation also matches. */
  add(operation: ApiOperation, claim: Claim, other: Claim): void {
    const { method } = operation;
    const overlap = [...sharedSegments(other, claim), ...(claim.slash ? [''] : [])];
    const folded = overlap.map((segment) => foldSegment(segment, this.upstreamPaths));
    const owners = this.#operations.get(`${method} /${folded.join('/')}`) ?? [];
    const owner = owners.find(({ exposed }) => exposed) ?? owners[0];
    const ownerClaim = owner && this.claimOf(owner.path);
    const segments = ownerClaim ? allSegments(ownerClaim) : overlap;
    const shared = this.#sharedOf(segments);
    shared.respelledMethods.add(method);
    for (const [index, segment] of segments.entries()) {
      if (segment !== (claim.segments[index] ?? '')) shared.respelledSegments.add(index);
    }
    if (!owner) shared.undefinedMethods.add(method);
    else if (!owner.exposed) shared.hidden.set(method, owner);
    else if (ownerClaim && isNarrower(ownerClaim, claim)) this.#addAfter(operation, owner);
    // The check `route-conflict` compares the priorities of two exposed operations.
    if (!owner?.exposed) shared.matching.push({ operation, path: other.path });
  }

  #addAfter(operation: ApiOperation, owner: ApiOperation): void {
    const known = this.after.get(operation.id) ?? new Set();
    this.after.set(operation.id, known.add(owner));
  }

  #sharedOf(segments: readonly string[]): MutableSharedCalls {
    const key = segments.join('/');
    const known = this.shared.get(key);
    if (known) return known;
    const shared: MutableSharedCalls = {
      segments,
      hidden: new Map(),
      undefinedMethods: new Set(),
      respelledMethods: new Set(),
      respelledSegments: new Set(),
      matching: [],
    };
    this.shared.set(key, shared);
    return shared;
  }
}

/** The segments of a claim, with an empty one for a trailing slash. */
function allSegments({ segments, slash }: Claim): readonly string[] {
  return slash ? [...segments, ''] : segments;
}

import type { ApiOperation } from '../api/operations';
import type { SpecifiedApi } from '../catalog/specified-api';
import type { Method } from '../openapi/definition';
import { type Claim, canArrive, claimKey, isNarrower, isSame, sharedSegments } from './claim';
import { foldSegment } from './spelling';
import { routeTree } from './tree';

/** An exposed operation that may be taken for calls of a path that the gateway has to refuse. */
export interface Taker {
  readonly operation: ApiOperation;
  readonly path: string;
}

/** The calls of one path that the route of an operation would take by a path parameter, and what becomes of them. */
export interface SharedCalls {
  readonly segments: readonly string[];
  /** The path's own operations that are not exposed. */
  readonly hidden: ReadonlyMap<Method, ApiOperation>;
  /** Methods that the path does not have. */
  readonly foreign: ReadonlySet<Method>;
  /** Methods that may come in another spelling of the path. */
  readonly respelled: ReadonlySet<Method>;
  /** Indices of the segments that may be spelled otherwise. */
  readonly loose: ReadonlySet<number>;
  /** Exposed operations that would take the calls, with the path that the calls are of. */
  readonly takers: readonly Taker[];
}

interface Collected extends SharedCalls {
  readonly hidden: Map<Method, ApiOperation>;
  readonly foreign: Set<Method>;
  readonly respelled: Set<Method>;
  readonly loose: Set<number>;
  readonly takers: Taker[];
}

/** Where the operations of an API meet. */
export interface Meeting {
  readonly shared: readonly SharedCalls[];
  /** Of an exposed operation, by id, the narrower exposed operations whose calls it would take. */
  readonly after: ReadonlyMap<string, ReadonlySet<ApiOperation>>;
}

/**
 * Compares every exposed operation of an API with every path of it.
 *
 * @param operations those that calls can fit
 * @param claimOf the claim of a path of this API
 */
export function meetingOf(
  { definition, value }: SpecifiedApi,
  operations: readonly ApiOperation[],
  claimOf: (path: string) => Claim,
): Meeting {
  const paths = new Set([...(definition.paths ?? []), ...operations.map(({ path }) => path)]);
  const tree = routeTree<Claim>();
  for (const claim of [...paths].sort().map(claimOf)) {
    if (canArrive(claim)) tree.add(claim.folded, claim);
  }
  const collector = new Collector(operations, claimOf, value.upstreamPaths ?? {});
  for (const operation of operations.filter(({ exposed }) => exposed)) {
    const claim = claimOf(operation.path);
    for (const other of tree.meeting(claim.folded)) {
      if (!isSame(claim, other) && !isNarrower(claim, other)) collector.keepAway(operation, claim, other);
    }
  }
  return { shared: [...collector.shared.values()], after: collector.after };
}

class Collector {
  readonly shared = new Map<string, Collected>();
  readonly after = new Map<string, Set<ApiOperation>>();
  /** Operations by method and what the upstream takes their paths for. */
  readonly #operations = new Map<string, ApiOperation[]>();

  constructor(
    operations: readonly ApiOperation[],
    private readonly claimOf: (path: string) => Claim,
    private readonly reading: NonNullable<SpecifiedApi['value']['upstreamPaths']>,
  ) {
    for (const operation of operations) {
      const { folded, slash } = claimOf(operation.path);
      const key = `${operation.method} ${claimKey(folded, slash)}`;
      this.#operations.set(key, [...(this.#operations.get(key) ?? []), operation]);
    }
  }

  /** Keeps calls of another path away from an operation. */
  keepAway(operation: ApiOperation, claim: Claim, other: Claim): void {
    const { method } = operation;
    const wanted = [...sharedSegments(other, claim), ...(claim.slash ? [''] : [])];
    const folded = wanted.map((segment) => foldSegment(segment, this.reading));
    const owners = this.#operations.get(`${method} /${folded.join('/')}`) ?? [];
    const owner = owners.find(({ exposed }) => exposed) ?? owners[0];
    const ownerClaim = owner && this.claimOf(owner.path);
    const segments = ownerClaim ? allSegments(ownerClaim) : wanted;
    const shared = this.#sharedOf(segments);
    shared.respelled.add(method);
    for (const [index, segment] of segments.entries()) {
      if (segment !== (claim.segments[index] ?? '')) shared.loose.add(index);
    }
    if (!owner) shared.foreign.add(method);
    else if (!owner.exposed) shared.hidden.set(method, owner);
    else if (ownerClaim && isNarrower(ownerClaim, claim)) this.#comesAfter(operation, owner);
    // Of two exposed operations `route-conflict` compares the priorities.
    if (!owner?.exposed) shared.takers.push({ operation, path: other.path });
  }

  #comesAfter(operation: ApiOperation, owner: ApiOperation): void {
    const known = this.after.get(operation.id) ?? new Set();
    this.after.set(operation.id, known.add(owner));
  }

  #sharedOf(segments: readonly string[]): Collected {
    const key = segments.join('/');
    const known = this.shared.get(key);
    if (known) return known;
    const shared: Collected = {
      segments,
      hidden: new Map(),
      foreign: new Set(),
      respelled: new Set(),
      loose: new Set(),
      takers: [],
    };
    this.shared.set(key, shared);
    return shared;
  }
}

/** Segments of a claim with the slash at its end. */
function allSegments({ segments, slash }: Claim): readonly string[] {
  return slash ? [...segments, ''] : segments;
}

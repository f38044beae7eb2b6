import type {
  ApiEntry,
  ApplicationEntry,
  CatalogCode,
  CheckCode,
  Detection,
  DocumentCode,
  DocumentOf,
  Entry,
  GatewayCode,
  GuardrailCode,
  Kind,
  Position,
  PreviousOutput,
  Severity,
} from '../model';
import type { Example } from './example';
import type { CheckInput } from './input';

/** One thing that Gatewright checks: what it looks for and why. One file, its code, its heading in docs/checks.md. */
export interface CheckDescription<Code extends CheckCode = CheckCode> {
  /** Kebab-case, the name of its file. */
  readonly code: Code;
  /** How serious its findings are. */
  readonly severity: Severity;
  /** What it reads to find a problem. */
  readonly per: 'document' | 'application' | 'api' | 'catalog' | 'output';
  /** What is wrong where the check finds something: a sentence or a few, as Markdown on one line. */
  readonly summary: string;
  /** Why that is a problem: what would happen otherwise. */
  readonly rationale: string;
  /** How to fix it. */
  readonly fix: string;
  /**
   * What else there is to know, as Markdown paragraphs.
   * @default nothing
   */
  readonly details?: string;
  /** Whether a programme may accept a finding with a reason. Not where synthesis could not go on, or would open something. */
  readonly waivable: boolean;
  readonly examples: {
    /** Gives exactly one finding, of this check. */
    readonly avoid: Example;
    /** The same intent without a finding. */
    readonly prefer: Example;
  };
}

/** A check of texts, files and single documents, whose findings core/load detects as it reads. */
export interface LoadCheck extends CheckDescription<DocumentCode> {
  /** Whether one file decides, or all together. */
  readonly per: 'document' | 'catalog';
}

/**
 * A check of a loaded catalog. `find` never throws, even if a reference does not resolve: an unknown name is a finding of its own, and
 * nothing that depends on it is checked. `per` is the unit that it reads, so that later only units that changed are checked again.
 */
export type Check<Code extends CatalogCode | GatewayCode | GuardrailCode = CatalogCode | GatewayCode | GuardrailCode> =
  CheckDescription<Code> & (PerDocument<Kind> | PerApplication | PerApi | PerCatalog | PerOutput) & Joining;

/** A check that reads documents of some kinds, one at a time. */
export type DocumentCheck<
  K extends Kind,
  Code extends CatalogCode | GatewayCode | GuardrailCode = CatalogCode | GatewayCode | GuardrailCode,
> = CheckDescription<Code> & PerDocument<K> & Joining;

/** A document of one of some kinds. */
type EntryOf<K extends Kind> = { readonly [One in K]: Entry<DocumentOf[One]> }[K];

/** Reads one document and nothing else. */
interface PerDocument<K extends Kind> {
  readonly per: 'document';
  readonly kinds: readonly K[];
  find(document: EntryOf<K>, input: Pick<CheckInput, 'asOf'>): Iterable<Found>;
}

/** Reads one application and the documents that it refers to. */
interface PerApplication {
  readonly per: 'application';
  find(application: ApplicationEntry, input: CheckInput): Iterable<Found>;
}

/** Reads one API and the documents that it refers to. */
interface PerApi {
  readonly per: 'api';
  find(api: ApiEntry, input: CheckInput): Iterable<Found>;
}

/** Reads any document. */
interface PerCatalog {
  readonly per: 'catalog';
  find(input: CheckInput): Iterable<Found>;
}

/** Compares the catalog with the previous output. It is not run without one. */
interface PerOutput {
  readonly per: 'output';
  find(previous: PreviousOutput, input: CheckInput): Iterable<Found>;
}

interface Joining {
  /**
   * Joins findings with equal message and hint, which have one cause, into one at the first position, with the others as related
   * positions; gives what the message then adds in brackets: `in 3 subscriptions`.
   * @default each is reported
   */
  readonly joined?: (count: number) => string;
}

/** What a check reports; the code is the check's. */
export type Found = Omit<Detection, 'code'>;

/**
 * Something that a check reports.
 *
 * @param message what is wrong: the subject, what was found, what is allowed
 * @param hint the edit to make
 */
export function found(at: Position, message: string, hint?: string, related?: readonly Position[]): Found {
  return { at, message, ...(hint !== undefined && { hint }), ...(related !== undefined && { related }) };
}

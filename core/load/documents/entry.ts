import type {
  Api,
  ApiEntry,
  Application,
  ApplicationEntry,
  Entry,
  OpenApiDefinition,
  Partner,
  Path,
  Position,
} from '../../model';
import { applicationId } from '../../model';
import type { Positions } from './positions';

/** An entry whose value is a document, or the part of a document at `base`. */
export class DocumentEntry<T> implements Entry<T> {
  readonly #positions: Positions;
  readonly #base: Path;

  constructor(
    readonly name: string,
    readonly value: T,
    positions: Positions,
    base: Path = [],
  ) {
    this.#positions = positions;
    this.#base = base;
    if (new.target === DocumentEntry) Object.freeze(this);
  }

  get file(): string {
    return this.#positions.file;
  }

  at(path: Path = ['name'], part: 'value' | 'key' = 'value'): Position {
    return this.#positions.at([...this.#base, ...path], part);
  }
}

/** An API with its OpenAPI file. */
export class DocumentApiEntry extends DocumentEntry<Api> implements ApiEntry {
  constructor(
    value: Api,
    positions: Positions,
    readonly definition: OpenApiDefinition,
  ) {
    super(value.name, value, positions);
    Object.freeze(this);
  }
}

/** An application from its own document, or from its partner's, where it is at `base`. */
export class DocumentApplicationEntry extends DocumentEntry<Application> implements ApplicationEntry {
  readonly id: string;

  constructor(
    readonly partner: Entry<Partner>,
    value: Application,
    positions: Positions,
    base: Path = [],
  ) {
    super(value.name, value, positions, base);
    this.id = applicationId(partner.name, value.name);
    Object.freeze(this);
  }
}

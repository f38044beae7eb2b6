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
import type { Places } from './places';

/** An entry whose value is a document, or a part of one at `base`. */
export class DocumentEntry<T> implements Entry<T> {
  readonly #places: Places;
  readonly #base: Path;

  constructor(
    readonly name: string,
    readonly value: T,
    places: Places,
    base: Path = [],
  ) {
    this.#places = places;
    this.#base = base;
    if (new.target === DocumentEntry) Object.freeze(this);
  }

  get file(): string {
    return this.#places.file;
  }

  at(path: Path = ['name'], part: 'value' | 'key' = 'value'): Position {
    return this.#places.at([...this.#base, ...path], part);
  }
}

/** An API with its OpenAPI file. */
export class DocumentApiEntry extends DocumentEntry<Api> implements ApiEntry {
  constructor(
    value: Api,
    places: Places,
    readonly definition: OpenApiDefinition,
  ) {
    super(value.name, value, places);
    Object.freeze(this);
  }
}

/** An application, from a document of its own or from inside its partner's (then `base` says where). */
export class DocumentApplicationEntry extends DocumentEntry<Application> implements ApplicationEntry {
  readonly id: string;

  constructor(
    readonly partner: Entry<Partner>,
    value: Application,
    places: Places,
    base: Path = [],
  ) {
    super(value.name, value, places, base);
    this.id = applicationId(partner.name, value.name);
    Object.freeze(this);
  }
}

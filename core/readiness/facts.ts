import type {
  ApiEntry,
  ApplicationEntry,
  Catalog,
  ContractVersion,
  Entry,
  Environment,
  Origin,
  Programme,
  Tier,
  UseCase,
} from '../model';
import { isInPeriod, isServedIn, originOf, programmeOf, tiersOn } from '../model';
import { accessIn } from '../view';

/** What elements, blocks and counts are computed from: a catalog on a date, with what several of them need. */
export interface Facts {
  readonly catalog: Catalog;
  /** 'YYYY-MM-DD' */
  readonly asOf: string;
  readonly programme: Entry<Programme>;
  readonly production: readonly Entry<Environment>[];
  readonly sandboxes: readonly Entry<Environment>[];
  /** APIs that a production environment serves. */
  readonly productionApis: readonly ApiEntry[];
  /** Those of them that are published: partners are still invited to use them. */
  readonly publishedApis: readonly ApiEntry[];
  /** The tiers as they apply on the date: one whose first terms are not in force yet is a draft. */
  readonly tiers: readonly Entry<Tier>[];
  readonly activeTiers: readonly Entry<Tier>[];
  /** Use cases that are pilots or live. */
  readonly runningUseCases: readonly Entry<UseCase>[];
  /** Versions of contract templates that partners can accept. */
  readonly contractVersions: readonly OpenContractVersion[];
  /** What is granted in a production environment. */
  readonly granted: Granted;
}

/** A version of a contract template, with the path to it. */
export interface OpenContractVersion {
  readonly value: ContractVersion;
  readonly origin: Origin;
}

/** Access in production. */
export interface Granted {
  /** Names of partners: those whose applications have access, and the resellers that run them. */
  readonly partners: ReadonlySet<string>;
  readonly applications: ReadonlySet<ApplicationEntry>;
  /** The number of subscriptions. */
  readonly subscriptions: number;
}

/**
 * The facts of a catalog on a date.
 *
 * @param asOf 'YYYY-MM-DD' in UTC
 * @throws Error if the catalog has no Programme, which the checks report first
 */
export function factsOf(catalog: Catalog, asOf: string): Facts {
  const programme = programmeOf(catalog);
  if (!programme) throw new Error('the catalog has no programme; check the catalog first');
  const ofStage = (stage: Environment['stage']) =>
    [...catalog.environments.values()].filter(({ value }) => value.stage === stage);
  const production = ofStage('production');
  const tiers = [...tiersOn(catalog, asOf).values()];
  const productionApis = [...catalog.apis.values()].filter((api) => isServedInAny(api, production));
  return {
    catalog,
    asOf,
    programme,
    production,
    sandboxes: ofStage('sandbox'),
    productionApis,
    publishedApis: productionApis.filter(({ value }) => value.lifecycle === 'published'),
    tiers,
    activeTiers: tiers.filter(({ value }) => value.status === 'active'),
    runningUseCases: [...catalog.useCases.values()].filter(({ value }) => isRunning(value)),
    contractVersions: contractVersions(catalog, asOf),
    granted: grantedIn(catalog, production, asOf),
  };
}

/** Whether one of some environments serves an API. */
export function isServedInAny({ value }: ApiEntry, environments: readonly Entry<Environment>[]): boolean {
  return environments.some((environment) => isServedIn(value, environment.value));
}

function isRunning({ stage }: UseCase): boolean {
  return stage === 'pilot' || stage === 'live';
}

function contractVersions({ contractTemplates }: Catalog, asOf: string): readonly OpenContractVersion[] {
  return [...contractTemplates.values()].flatMap((template) =>
    Object.entries(template.value.versions)
      .filter(([, { effective, retired }]) => isInPeriod(asOf, effective, retired))
      .map(([version, value]) => ({ value, origin: originOf(template, ['versions', version], 'key') })),
  );
}

function grantedIn(catalog: Catalog, environments: readonly Entry<Environment>[], asOf: string): Granted {
  const partners = new Set<string>();
  const applications = new Set<ApplicationEntry>();
  const subscriptions = new Set<string>();
  for (const { name } of environments)
    for (const access of accessIn(catalog, name, asOf))
      for (const { granted, index, application } of access.subscriptions) {
        if (!granted) continue;
        subscriptions.add(`${application.id}/${index}`);
        applications.add(application);
        partners.add(application.partner.name);
        partners.add(access.parties.owner.name);
      }
  return { partners, applications, subscriptions: subscriptions.size };
}

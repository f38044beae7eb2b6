// Made from core/model/schemas by 'npm run generate'. Do not edit.
import type * as written from './types';

export interface Api {
  /**
   * The kind of this document.
   */
  kind: 'Api';
  name: written.Name;
  title: written.Title;
  description?: written.Text;
  labels?: written.Labels;
  domain: written.Name;
  owner: written.Name;
  version: written.ApiVersion;
  /**
   * Path under which the gateway serves it, and under which the upstream does: words between single slashes, none of them '.' or '..', and no slash at the end; a slash alone is the root.
   */
  basePath: string;
  /**
   * The OpenAPI 3 file, as a path from this document's file; it stays inside the catalog.
   */
  openapi: string;
  /**
   * What operations need for which the OpenAPI file requires no scope, and whose route says nothing else: these scopes, or none. A valid token and a subscription are needed in any case. Without it, such an operation is an error.
   */
  scopes?: 'none' | written.Scope[];
  /**
   * State: draft is nowhere, preview is outside production, published and deprecated are everywhere, retired is nowhere.
   */
  lifecycle: 'draft' | 'preview' | 'published' | 'deprecated' | 'retired';
  /**
   * How its end is announced; needed while it is deprecated.
   */
  deprecation?: {
    notice: written.Duration;
    announced?: written.Day;
    sunset?: written.Day;
    successor?: written.Name;
    link?: written.HttpsUrl;
  };
  /**
   * How much harm an outage or misuse does.
   */
  criticality: 'low' | 'medium' | 'high' | 'critical';
  /**
   * Whether it reads or writes personal data.
   */
  personalData: boolean;
  sla?: written.Sla;
  /**
   * Who may see it: everybody, every partner, or the named partners only.
   */
  visibility:
    | ('public' | 'partner-only')
    | {
        /**
         * The partners that may see it: names of Partner documents.
         */
        partners: written.Name[];
      };
  /**
   * The tiers it is offered at, best first: while an application moves from one tier to another, the one listed first holds.
   */
  tiers: written.Name[];
  valueProposition?: written.Text;
  documentation?: written.HttpsUrl;
  /**
   * Where the gateway sends calls, per environment. An environment without an entry does not serve the API.
   */
  upstreams: {
    /**
     * The upstream in one environment.
     */
    [k: string]: {
      /**
       * Address of the upstream: scheme, host, optional port and a path in front of the base path.
       */
      url: string;
      capacity?: written.Limits;
      /**
       * Time limits towards the upstream.
       */
      timeouts: {
        connect: written.Duration;
        read: written.Duration;
        write: written.Duration;
      };
      /**
       * How often a call that did not reach the upstream is sent again.
       */
      retries: number;
      /**
       * Whether the upstream's certificate is checked; only a trial environment may say false.
       */
      verifyTls: boolean;
    };
  };
  /**
   * How the upstream reads paths where it reads more into them than is written, so that the gateway reads them alike. Servlet containers such as Tomcat and Jetty read matrix parameters; Express, IIS and Spring with a case-insensitive matcher ignore case.
   */
  upstreamPaths?: {
    /**
     * Whether the upstream takes '/items/SECRET' for '/items/secret'. A call that spells a word of a path in another case is then refused, where a path parameter would take it.
     */
    ignoresCase: boolean;
    /**
     * Whether path parameters take a ';' and what follows it ('/items/4711;version=2'). Without it no call with a ';' in a path parameter is let through.
     */
    matrixParameters: boolean;
  };
  /**
   * Operations whose route needs more than the usual: every operation of the OpenAPI file has a route of its own, others are refused.
   *
   * Items: Settings of one operation's route.
   */
  routes?: {
    operation: written.Operation;
    /**
     * Whether the answer is a stream: it is passed on as it comes and cannot be masked.
     */
    streaming: boolean;
    /**
     * Whether partners reach it at all.
     */
    exposed: boolean;
    /**
     * What it needs where the OpenAPI file requires no scope: these scopes, or none. Where the file requires some, scopes written here are needed in addition; `none` is refused there, unless the file itself leaves them optional.
     */
    scopes?: 'none' | written.Scope[];
  }[];
  /**
   * The header that writes carry so that a repeated call is done once.
   */
  idempotency?: {
    /**
     * Name of the request header.
     */
    header: string;
    /**
     * The operations that need it.
     */
    operations: written.Operation[];
  };
  /**
   * The policies that hold for every call, by name.
   */
  policies: {
    token: written.Name;
    rateLimit?: written.Name;
    mtls?: written.Name;
    consent?: written.Name;
    masking?: written.Name;
    audit?: written.Name;
    metrics?: written.Name;
    errors: written.Name;
  };
  /**
   * What changed, newest first.
   *
   * Items: One version.
   */
  changelog?: {
    version: written.ApiVersion;
    date: written.Day;
    /**
     * What changed, a sentence each.
     */
    changes: written.Text[];
  }[];
}

export interface AuditPolicy {
  /**
   * The kind of this document.
   */
  kind: 'AuditPolicy';
  name: written.Name;
  title: written.Title;
  description?: written.Text;
  labels?: written.Labels;
  /**
   * Where records go: the environment's audit endpoint (http), or its audit file (file).
   */
  sink: 'http' | 'file';
  /**
   * What a record says, besides time and request id.
   *
   * Items: A field.
   */
  fields: (
    | 'partner'
    | 'application'
    | 'api'
    | 'operation'
    | 'tier'
    | 'purpose'
    | 'scopes'
    | 'subject-hash'
    | 'status'
    | 'latency'
    | 'client-address'
    | 'correlator'
  )[];
  /**
   * How many records wait while the endpoint is away.
   */
  queueSize: number;
}

export interface ConsentPolicy {
  /**
   * The kind of this document.
   */
  kind: 'ConsentPolicy';
  name: written.Name;
  title: written.Title;
  description?: written.Text;
  labels?: written.Labels;
  /**
   * The purposes that are allowed.
   */
  purposes: written.Purpose[];
  /**
   * Which tokens are accepted: bound to a user (three-legged), of the client alone (two-legged), or both.
   */
  userContext: 'three-legged' | 'two-legged' | 'any';
  /**
   * Asks for the user's consent at the time of the call, in addition to the token.
   */
  live?: {
    /**
     * Whom to ask: a CAMARA Consent Info API with the caller's own token, where that has the scope `consent-info:retrieve`, or an endpoint of the operator.
     */
    source: 'consent-info' | 'operator';
    /**
     * Address, per environment.
     */
    urls: {
      [k: string]: written.HttpUrl;
    };
    authorization?: written.VaultReference;
    /**
     * With source consent-info: the operator's endpoint that is asked where the caller's token lacks the scope `consent-info:retrieve`. Without it such calls are refused.
     */
    otherwise?: {
      /**
       * Address of the operator's endpoint, per environment.
       */
      urls: {
        [k: string]: written.HttpUrl;
      };
      authorization?: written.VaultReference;
    };
    timeout: written.Duration;
    cacheFor: written.Duration;
    failure: written.FailureMode;
  };
  subjectKey?: written.VaultReference;
}

export interface Environment {
  /**
   * The kind of this document.
   */
  kind: 'Environment';
  name: written.Name;
  title: written.Title;
  description?: written.Text;
  labels?: written.Labels;
  /**
   * What it is for; what is not yet approved is served in a sandbox only, drafts nowhere.
   */
  stage: 'sandbox' | 'staging' | 'production';
  /**
   * Whether it is for trying out: quotas may be lost at a restart, http and unchecked upstream certificates are allowed.
   */
  trial: boolean;
  /**
   * The gateway.
   */
  gateway: {
    /**
     * Edition of Kong.
     */
    edition: 'oss' | 'enterprise';
    /**
     * Version of Kong, major and minor, in quotes.
     */
    version: string;
    /**
     * Which plugins are used on Enterprise: Gatewright's, as on open-source Kong (portable), or Enterprise's own (native).
     */
    plugins: 'portable' | 'native';
  };
  /**
   * Workspace of the gateway.
   */
  workspace: string;
  /**
   * Host names under which the APIs are served.
   */
  hosts: written.Host[];
  /**
   * Protocols under which they are served; http only where the environment is for trying out.
   *
   * Items: A protocol.
   */
  protocols: ('https' | 'http')[];
  /**
   * Where Terraform keeps its state. Without it: files beside the output folder.
   */
  backend?:
    | {
        /**
         * The type.
         */
        type: 'local';
      }
    | {
        /**
         * The type.
         */
        type: 's3';
        /**
         * Bucket.
         */
        bucket: string;
        /**
         * Region.
         */
        region: string;
        /**
         * Folder in the bucket.
         */
        prefix: string;
        endpoint?: written.HttpUrl;
      }
    | {
        /**
         * The type.
         */
        type: 'http';
        address: written.HttpsUrl;
        /**
         * Whether the server can lock.
         */
        lock: boolean;
        /**
         * Where a state is locked and unlocked, below its own address; without it that address itself. GitLab's is `lock`.
         */
        lockPath?: string;
        /**
         * HTTP method that locks; Terraform's own is LOCK, GitLab's is POST.
         */
        lockMethod?: string;
        /**
         * HTTP method that unlocks; Terraform's own is UNLOCK, GitLab's is DELETE.
         */
        unlockMethod?: string;
      }
    | {
        /**
         * The type.
         */
        type: 'pg';
        /**
         * Schema name's beginning.
         */
        schema: string;
      };
  /**
   * Where calls are counted. Local counters hold on one node and are lost at a restart.
   */
  counters:
    | {
        /**
         * The store.
         */
        store: 'local';
      }
    | {
        /**
         * The store.
         */
        store: 'redis';
        host: written.Host;
        /**
         * Port.
         */
        port: number;
        /**
         * Database number.
         */
        database: number;
        /**
         * Whether the connection is encrypted; its certificate is then checked.
         */
        tls: boolean;
        serverName?: written.Host;
        username?: written.VaultReference;
        password?: written.VaultReference;
        timeout: written.Duration;
      };
  /**
   * CAs whose client certificates are trusted.
   *
   * Items: A CA.
   */
  clientCas?: {
    name: written.Name;
    /**
     * Its certificate in PEM form.
     */
    certificate: string;
  }[];
  /**
   * Where audit records go.
   */
  audit?: {
    endpoint?: written.HttpUrl;
    authorization?: written.VaultReference;
    /**
     * File on the gateway's machine.
     */
    file?: string;
  };
  /**
   * How partners are spread over Terraform states.
   */
  partners: {
    /**
     * Number of shards; about 40 partners each are quick to plan.
     */
    shards: number;
    /**
     * The number of shards once more, so that it never changes silently: another number moves partners between states.
     */
    sealed?: number;
  };
  /**
   * What the environment may reach.
   */
  isolation: {
    /**
     * Upstream hosts it may reach.
     */
    upstreams: written.HostPattern[];
  };
}

export interface ErrorPolicy {
  /**
   * The kind of this document.
   */
  kind: 'ErrorPolicy';
  name: written.Name;
  title: written.Title;
  description?: written.Text;
  labels?: written.Labels;
  /**
   * The error model: CAMARA's {status, code, message}.
   */
  model: 'camara';
  /**
   * Header that carries the correlation id; checked, echoed, or made.
   */
  correlator: string;
  /**
   * What happens to the upstream's own server errors: passed on, or replaced by the model.
   */
  upstreamErrors: 'pass' | 'replace';
}

export interface MaskingPolicy {
  /**
   * The kind of this document.
   */
  kind: 'MaskingPolicy';
  name: written.Name;
  title: written.Title;
  description?: written.Text;
  labels?: written.Labels;
  /**
   * What is masked; every rule that fits a call is applied.
   *
   * Items: One field.
   */
  rules: {
    /**
     * The field, as a JSON path of names, [*] and [number]: $.area.center, $[0].@type.
     */
    path: string;
    /**
     * What is done: remove the field, or keep only the first characters.
     */
    action: 'remove' | 'truncate';
    /**
     * How many characters are kept when it is shortened.
     */
    keep?: number;
    /**
     * Only for these operations; without it all.
     */
    operations?: written.Operation[];
    /**
     * Only for these tiers; without it all.
     */
    tiers?: written.Name[];
    /**
     * Only for these purposes; without it all.
     */
    purposes?: written.Purpose[];
  }[];
  maxBody: written.Size;
  /**
   * What happens to an answer that is compressed, too long or no JSON: a 502 (block) or passed as it is (pass).
   */
  unreadable: 'block' | 'pass';
}

export interface MetricsPolicy {
  /**
   * The kind of this document.
   */
  kind: 'MetricsPolicy';
  name: written.Name;
  title: written.Title;
  description?: written.Text;
  labels?: written.Labels;
  /**
   * Whether figures are kept per application; costs memory with many partners.
   */
  perConsumer: boolean;
  /**
   * Counts by status code.
   */
  status: boolean;
  /**
   * Latencies.
   */
  latency: boolean;
  /**
   * Bytes in and out.
   */
  bandwidth: boolean;
  /**
   * Health of upstreams.
   */
  upstreamHealth: boolean;
}

export interface MtlsPolicy {
  /**
   * The kind of this document.
   */
  kind: 'MtlsPolicy';
  name: written.Name;
  title: written.Title;
  description?: written.Text;
  labels?: written.Labels;
  /**
   * What of the certificate has to be registered for the application.
   */
  registered: 'subject' | 'thumbprint' | 'subject-and-thumbprint';
  /**
   * Whether the token has to name the certificate (RFC 8705 'cnf'): required, or compared where it does.
   */
  boundTokens: 'required' | 'when-present';
  /**
   * The client CAs that are accepted, by name; without it all of the environment's.
   */
  clientCas?: written.Name[];
}

export interface Partner {
  /**
   * The kind of this document.
   */
  kind: 'Partner';
  name: written.Name;
  renamedFrom?: written.Name;
  title: written.Title;
  description?: written.Text;
  labels?: written.Labels;
  /**
   * What kind of partner it is.
   */
  type:
    | 'developer'
    | 'agency'
    | 'consulting'
    | 'technology'
    | 'integration'
    | 'franchise'
    | 'reseller'
    | 'affiliate'
    | 'white-label'
    | 'academic'
    | 'non-profit'
    | 'government';
  /**
   * The organisation, as TMF931 describes that of an application owner.
   */
  organization: {
    name: written.Title;
    tradingName?: written.Title;
    type?: written.Tmf931OrganizationType;
    /**
     * Whether it is a legal entity by itself.
     */
    legalEntity?: boolean;
    /**
     * Its entries in public registers.
     *
     * Items: An entry.
     */
    identifications?: {
      id: written.Title;
      type: written.Title;
      authority?: written.Title;
      issued?: written.Day;
    }[];
    taxNumber?: written.Title;
    /**
     * Country of its seat (ISO 3166-1, two letters).
     */
    country: string;
    address?: written.Text;
    website?: written.HttpsUrl;
    privacyPolicy?: written.HttpsUrl;
    legalRepresentative?: written.Person;
    dataProtectionOfficer?: written.Person;
    privacyManager?: written.Person;
  };
  reseller?: written.Name;
  owner: written.Name;
  /**
   * Whom to write to.
   */
  contacts: written.Contact[];
  /**
   * The contract.
   */
  contract: {
    template: written.Name;
    version: written.Version;
    /**
     * Acceptance.
     */
    accepted?: {
      on: written.Day;
      by: written.Title;
    };
    end?: written.Day;
  };
  approval: written.Approval;
  suspended?: written.Suspended;
  /**
   * What the partner has proved, for the requirements of tiers.
   *
   * Items: A proof.
   */
  evidence?: {
    requirement: written.Name;
    document: written.Title;
    issued: written.Day;
    end?: written.Day;
    confirmedBy?: written.Title;
  }[];
  /**
   * Standing in the partner programme.
   */
  accreditation?: {
    level: written.Name;
    since: written.Day;
    end?: written.Day;
  };
  /**
   * Badges that the portal shows.
   */
  badges?: written.Name[];
  logo?: written.HttpsUrl;
  /**
   * Whether the portal may name it as a reference.
   */
  showcase: boolean;
  /**
   * Its applications.
   */
  applications?: written.ApplicationDefinition[];
}

export interface RateLimitPolicy {
  /**
   * The kind of this document.
   */
  kind: 'RateLimitPolicy';
  name: written.Name;
  title: written.Title;
  description?: written.Text;
  labels?: written.Labels;
  limits: written.Limits;
  quota?: written.Quota;
  failure: written.FailureMode;
}

export interface Tier {
  /**
   * The kind of this document.
   */
  kind: 'Tier';
  name: written.Name;
  title: written.Title;
  description?: written.Text;
  labels?: written.Labels;
  /**
   * State: a draft can be changed at will, an active tier's terms are sealed, an archived one takes no new subscriptions.
   */
  status: 'draft' | 'active' | 'archived';
  version: written.Version;
  /**
   * Seal of an active tier: its version, a colon and a digest of its terms, so that terms never change silently. The check tells the value to write.
   */
  sealed?: string;
  limits?: written.Limits;
  quota?: written.Quota;
  /**
   * Other limits for one API, or for one operation of it.
   *
   * Items: Limits that replace the tier's for one API or operation; a window not named here stays as it was.
   */
  overrides?: {
    api: written.Name;
    operation?: written.Operation;
    limits?: written.Limits;
    quota?: written.Quota;
  }[];
  sla?: written.Sla;
  /**
   * How partners get help.
   */
  support?: {
    /**
     * Channels of support.
     *
     * Items: A channel.
     */
    channels: ('community' | 'email' | 'ticket' | 'chat' | 'phone' | 'account-manager')[];
    /**
     * When support answers.
     */
    hours?: 'business-hours' | 'around-the-clock';
    response?: written.Duration;
  };
  /**
   * What it costs.
   */
  price?: {
    /**
     * A fixed fee.
     */
    subscription?: {
      amount: written.Money;
      /**
       * How often it is due.
       */
      per: 'month' | 'year';
    };
    call?: written.Money;
  };
  /**
   * Whether a subscription needs the operator's approval before it leaves the sandbox.
   */
  approval: 'automatic' | 'required';
  /**
   * What a partner has to prove before it may use the tier in production: an open list.
   */
  requires?: written.Name[];
}

export interface TokenPolicy {
  /**
   * The kind of this document.
   */
  kind: 'TokenPolicy';
  name: written.Name;
  title: written.Title;
  description?: written.Text;
  labels?: written.Labels;
  /**
   * Who signs: the identity provider (idp), or the partner with its own key (partner).
   */
  signedBy: 'idp' | 'partner';
  /**
   * Issuer, keys and audience, per environment.
   */
  environments: {
    /**
     * One environment.
     */
    [k: string]: {
      /**
       * The issuer ('iss') of the tokens, character by character: a slash at the end counts. Mostly an https address.
       */
      issuer?: string;
      jwksUri?: written.HttpUrl;
      /**
       * The issuer's public keys, written here instead of fetched.
       */
      keys?: written.Jwk[];
      /**
       * The audience ('aud') that a token for this environment names, character by character; different in every environment.
       */
      audience: string;
    };
  };
  /**
   * Signature algorithms that are accepted.
   */
  algorithms: written.Algorithm[];
  /**
   * Values of the token's 'typ' header that are accepted. Upper case and lower case are the same, and so is 'application/' in front.
   *
   * Items: A type.
   */
  types: string[];
  /**
   * The claim that names the client id, of tokens that the identity provider signs.
   */
  clientClaim: string;
  clockSkew: written.Duration;
  maximumExpiration: written.Duration;
  /**
   * The rule by which a token counts as three-legged, that is bound to a user. Without it no token does.
   */
  threeLegged?:
    | {
        /**
         * The rule.
         */
        rule: 'claim';
        /**
         * The claim.
         */
        claim: string;
      }
    | {
        /**
         * The rule. Not where a client's service account has a subject of its own, as in Keycloak: take a claim there.
         */
        rule: 'subject-differs';
      };
}

/** Documents of the kinds that have defaults. */
export interface CompleteDocuments {
  Api: Api;
  AuditPolicy: AuditPolicy;
  ConsentPolicy: ConsentPolicy;
  Environment: Environment;
  ErrorPolicy: ErrorPolicy;
  MaskingPolicy: MaskingPolicy;
  MetricsPolicy: MetricsPolicy;
  MtlsPolicy: MtlsPolicy;
  Partner: Partner;
  RateLimitPolicy: RateLimitPolicy;
  Tier: Tier;
  TokenPolicy: TokenPolicy;
}

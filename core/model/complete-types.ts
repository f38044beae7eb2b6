// Generated from core/model/schemas by 'npm run generate'. Do not edit.
import type * as written from './types';

export type PriceItem =
  | {
      /**
       * Type of the item.
       */
      type: 'subscription';
      amount: written.Money;
      /**
       * Period.
       */
      per: 'month' | 'quarter' | 'year';
      /**
       * How a period that is not complete is charged: by day, or in full.
       */
      proRata: 'day' | 'none';
    }
  | {
      /**
       * Type of the item.
       */
      type: 'calls';
      /**
       * APIs whose calls it prices; by default, all that no other item names.
       */
      apis?: written.Name[];
      /**
       * Operations whose calls it prices; they take precedence over `apis`.
       *
       * Items: An operation.
       */
      operations?: {
        api: written.Name;
        operation: written.Operation;
      }[];
      flat?: written.Money;
      /**
       * Price of one call by steps in a month: each call is charged at the price of the step that it falls in.
       */
      graduated?: written.PriceStep[];
      /**
       * Price of one call by volume in a month: all calls are charged at the price of the step that the total falls in.
       */
      volume?: written.PriceStep[];
      /**
       * Price of packages of calls; a package is charged in full as soon as its first call is made.
       */
      package?: {
        calls: written.Calls;
        price: written.Money;
      };
      included?: written.Calls;
      /**
       * Outcomes that are charged: `success` is a 2xx response of the service, `business-outcome` another response that the OpenAPI file documents for the operation, such as 404.
       *
       * Items: An outcome.
       */
      billable: ('success' | 'business-outcome' | 'client-error' | 'server-error')[];
    }
  | {
      /**
       * Type of the item.
       */
      type: 'minimum';
      amount: written.Money;
      /**
       * Period.
       */
      per: 'month' | 'quarter' | 'year';
      /**
       * Items of type `calls` that count towards it; by default, all.
       */
      items?: written.Name[];
    }
  | {
      /**
       * Type of the item.
       */
      type: 'fee';
      amount: written.Money;
      /**
       * What it is charged for.
       */
      event: 'contract' | 'application' | 'subscription' | 'certification';
    }
  | {
      /**
       * Type of the item.
       */
      type: 'overage';
      /**
       * APIs whose calls it prices; by default, all.
       */
      apis?: written.Name[];
      flat: written.Money;
    }
  | {
      /**
       * Type of the item.
       */
      type: 'discount';
      percent?: written.Percent;
      amount?: written.Money;
      /**
       * Items to which it applies; by default, all.
       */
      items?: written.Name[];
      from: written.Day;
      to?: written.Day;
      reason: written.Text;
      approvedBy: written.Decider;
    }
  | {
      /**
       * Type of the item.
       */
      type: 'credit';
      amount: written.Money;
      /**
       * Who pays for it: the operator (`grant`), or the partner in advance (`prepaid`).
       */
      source: 'grant' | 'prepaid';
      /**
       * How often it is given.
       */
      per: 'once' | 'month' | 'year';
      purpose: written.Text;
      end?: written.Day;
    }
  | {
      /**
       * Type of the item.
       */
      type: 'share';
      percent: written.Percent;
      feed: written.Name;
      /**
       * Who pays it.
       */
      payer: 'operator' | 'partner' | 'reseller';
      /**
       * Who receives it.
       */
      payee: 'operator' | 'partner' | 'reseller';
    };

export interface Api {
  /**
   * Kind of this document.
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
   * The path under which both the gateway and the upstream serve the API: segments separated by single slashes, none of them '.' or '..', without a slash at the end; '/' is the root.
   */
  basePath: string;
  /**
   * The OpenAPI 3 file, as a path relative to this document's file; it must be inside the catalog.
   */
  openapi: string;
  /**
   * Scopes required by operations for which neither the OpenAPI file nor their route requires a scope: a list of scopes, or `none`. A valid token and a subscription are always required. If this field is missing, such an operation is an error.
   */
  scopes?: 'none' | written.Scope[];
  /**
   * Lifecycle state: a draft or retired API is not served, a preview is not served in production, and a published or deprecated API is served in every environment.
   */
  lifecycle: 'draft' | 'preview' | 'published' | 'deprecated' | 'retired';
  /**
   * Announcement of its end; required while it is deprecated.
   */
  deprecation?: {
    notice: written.Duration;
    announced?: written.Day;
    sunset?: written.Day;
    successor?: written.Name;
    link?: written.HttpsUrl;
  };
  /**
   * Impact of an outage or of misuse.
   */
  criticality: 'low' | 'medium' | 'high' | 'critical';
  /**
   * Whether it reads or writes personal data.
   */
  personalData: boolean;
  sla?: written.Sla;
  /**
   * Who may see it: everyone, every partner, or the named partners only.
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
   * Tiers at which the API is offered, best first. While an application moves from one tier to another, the one listed first applies.
   */
  tiers: written.Name[];
  valueProposition?: written.Text;
  documentation?: written.HttpsUrl;
  /**
   * Upstreams to which the gateway forwards calls, by environment. An environment without an entry does not serve the API.
   */
  upstreams: {
    /**
     * The upstream in one environment.
     */
    [k: string]: {
      /**
       * Address of the upstream: scheme, host, optional port, and an optional path before the base path.
       */
      url: string;
      capacity?: written.Limits;
      /**
       * Timeouts for calls to the upstream.
       */
      timeouts: {
        connect: written.Duration;
        read: written.Duration;
        write: written.Duration;
      };
      /**
       * Number of retries for a call that did not reach the upstream.
       */
      retries: number;
      /**
       * Whether the upstream's certificate is verified; `false` is allowed in trial environments only.
       */
      verifyTls: boolean;
    };
  };
  /**
   * How the upstream interprets paths, if it treats different spellings alike, so that the gateway matches paths in the same way. Servlet containers such as Tomcat and Jetty support matrix parameters; Express, IIS, and Spring with a case-insensitive matcher ignore case.
   */
  upstreamPaths?: {
    /**
     * Whether the upstream treats '/items/SECRET' like '/items/secret'. If so, the gateway rejects a call that spells a word of a path in another case and would otherwise match a path parameter.
     */
    ignoresCase: boolean;
    /**
     * Whether path parameters may contain a ';' and the text after it ('/items/4711;version=2'). By default, the gateway rejects calls with a ';' in a path parameter.
     */
    matrixParameters: boolean;
  };
  /**
   * Operations that need settings of their own. Every operation of the OpenAPI file has a route; the gateway rejects all other calls.
   *
   * Items: Route of one operation.
   */
  routes?: {
    operation: written.Operation;
    /**
     * Whether the response is a stream: it is passed on without buffering and cannot be masked.
     */
    streaming: boolean;
    /**
     * Whether partners can call the operation.
     */
    exposed: boolean;
    /**
     * Scopes required by the operation: a list of scopes, or `none`. If the OpenAPI file requires scopes, these are required in addition, and `none` is an error unless the file itself makes scopes optional.
     */
    scopes?: 'none' | written.Scope[];
  }[];
  /**
   * The header that identifies a write, so that a repeated call is executed only once.
   */
  idempotency?: {
    /**
     * Name of the request header.
     */
    header: string;
    /**
     * Operations that require the header.
     */
    operations: written.Operation[];
  };
  /**
   * Policies that apply to every call, by name.
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
   * Changes by version, newest first.
   *
   * Items: One version.
   */
  changelog?: {
    version: written.ApiVersion;
    date: written.Day;
    /**
     * Changes, one sentence each.
     */
    changes: written.Text[];
  }[];
  /**
   * Partners who help to design it.
   */
  designPartners?: written.Name[];
  /**
   * Who may subscribe to it while it is a preview; by default, every partner who may see it.
   */
  audience?: {
    /**
     * Accreditation levels: names of the `levels` of the Programme. Partners with a level of a higher rank are included.
     */
    levels?: written.Name[];
    /**
     * Partners.
     */
    partners?: written.Name[];
  };
  /**
   * Certifications of the API itself.
   *
   * Items: A certification.
   */
  conformance?: {
    programme: written.Name;
    api?: written.Title;
    version: written.ApiVersion;
    date: written.Day;
    link?: written.HttpsUrl;
  }[];
}

export interface AuditPolicy {
  /**
   * Kind of this document.
   */
  kind: 'AuditPolicy';
  name: written.Name;
  title: written.Title;
  description?: written.Text;
  labels?: written.Labels;
  /**
   * Destination of audit records: the environment's audit endpoint (http) or its audit file (file).
   */
  sink: 'http' | 'file';
  /**
   * Fields of a record, in addition to the time and the request ID.
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
   * Maximum number of records that are queued while the endpoint is unavailable.
   */
  queueSize: number;
}

export interface ConsentPolicy {
  /**
   * Kind of this document.
   */
  kind: 'ConsentPolicy';
  name: written.Name;
  title: written.Title;
  description?: written.Text;
  labels?: written.Labels;
  /**
   * Allowed purposes.
   */
  purposes: written.Purpose[];
  /**
   * Accepted tokens: bound to a user (three-legged), of the client only (two-legged), or both.
   */
  userContext: 'three-legged' | 'two-legged' | 'any';
  /**
   * Live check of the user's consent during each call, in addition to the token.
   */
  live?: {
    /**
     * Source of the answer: a CAMARA Consent Info API, called with the caller's token if it has the scope `consent-info:retrieve`, or an endpoint of the operator.
     */
    source: 'consent-info' | 'operator';
    /**
     * Addresses, by environment.
     */
    urls: {
      [k: string]: written.HttpUrl;
    };
    authorization?: written.VaultReference;
    /**
     * The operator's endpoint for tokens without the scope `consent-info:retrieve`, with source consent-info. By default, such calls are rejected.
     */
    otherwise?: {
      /**
       * Addresses of the operator's endpoint, by environment.
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

export interface ContractTemplate {
  /**
   * Kind of this document.
   */
  kind: 'ContractTemplate';
  name: written.Name;
  title: written.Title;
  description?: written.Text;
  labels?: written.Labels;
  /**
   * Versions of the template. Keep a version as long as a contract has it.
   */
  versions: {
    /**
     * A version of the template.
     */
    [k: string]: {
      effective: written.Day;
      retired?: written.Day;
      /**
       * Texts by language.
       */
      texts: {
        /**
         * A text.
         */
        [k: string]: {
          /**
           * The file of the text: a path that starts with ./ or ../, relative to this document's file, inside the catalog.
           */
          file: string;
          sha256: written.Digest;
        };
      };
      /**
       * Notice that the operator gives before a change.
       */
      notice: {
        price: written.Duration;
        terms?: written.Duration;
        deprecation: written.Duration;
        termination: written.Duration;
      };
      /**
       * Upper bounds.
       */
      caps?: {
        credits: written.Percent;
      };
      /**
       * Who does what: the responsibility matrix.
       */
      responsibilities?: {
        /**
         * Asks users for their consent.
         */
        'consent-capture'?: 'operator' | 'partner' | 'reseller';
        /**
         * Revokes consent when users ask for it.
         */
        'consent-revocation'?: 'operator' | 'partner' | 'reseller';
        /**
         * Informs users about the processing of their data.
         */
        'user-information'?: 'operator' | 'partner' | 'reseller';
        /**
         * Answers requests of users about their data.
         */
        'data-subject-requests'?: 'operator' | 'partner' | 'reseller';
        /**
         * Reports breaches of personal data.
         */
        'data-breach-notification'?: 'operator' | 'partner' | 'reseller';
        /**
         * Reports incidents to the other party.
         */
        'incident-notification'?: 'operator' | 'partner' | 'reseller';
        /**
         * Supports users.
         */
        'first-line-support'?: 'operator' | 'partner' | 'reseller';
        /**
         * Watches for misuse.
         */
        'fraud-monitoring'?: 'operator' | 'partner' | 'reseller';
        /**
         * Keeps the credentials of the application.
         */
        'credential-custody'?: 'operator' | 'partner' | 'reseller';
      };
      /**
       * What happens to the partner's access when its reseller is suspended, rejected or leaves: it ends after the notice for termination, or at once.
       */
      resellerLeaves: 'after-notice' | 'at-once';
    };
  };
}

export interface Environment {
  /**
   * Kind of this document.
   */
  kind: 'Environment';
  name: written.Name;
  title: written.Title;
  description?: written.Text;
  labels?: written.Labels;
  /**
   * Stage of the environment. Partners that are not yet approved are served in sandboxes only; draft APIs are not served at all.
   */
  stage: 'sandbox' | 'staging' | 'production';
  /**
   * Whether the environment is only for trials: quotas may be lost on a restart, and http and unverified upstream certificates are allowed.
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
     * Version of Kong: major and minor, in quotes.
     */
    version: string;
    /**
     * Plugins on Enterprise: Gatewright's, as on open-source Kong (portable), or Enterprise's own (native).
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
   * Protocols under which the APIs are served; http is allowed in trial environments only.
   *
   * Items: A protocol.
   */
  protocols: ('https' | 'http')[];
  /**
   * Storage of Terraform's state; by default, files next to the output folder.
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
         * Whether the server supports locking.
         */
        lock: boolean;
        /**
         * Path for locking and unlocking a state, relative to its address; by default, the address itself. For GitLab, set `lock`.
         */
        lockPath?: string;
        /**
         * HTTP method for locking; Terraform's default is LOCK, GitLab needs POST.
         */
        lockMethod?: string;
        /**
         * HTTP method for unlocking; Terraform's default is UNLOCK, GitLab needs DELETE.
         */
        unlockMethod?: string;
      }
    | {
        /**
         * The type.
         */
        type: 'pg';
        /**
         * Prefix of the schema names.
         */
        schema: string;
      };
  /**
   * Storage of call counters. Local counters are separate on each node and lost on a restart.
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
         * Whether the connection is encrypted; if so, the certificate is verified.
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
     * Certificate in PEM format.
     */
    certificate: string;
  }[];
  /**
   * Destination of audit records.
   */
  audit?: {
    endpoint?: written.HttpUrl;
    authorization?: written.VaultReference;
    /**
     * File on the gateway's host.
     */
    file?: string;
  };
  /**
   * Distribution of partners over Terraform states.
   */
  partners: {
    /**
     * Number of shards; about 40 partners per shard can be planned quickly.
     */
    shards: number;
    /**
     * The number of shards again, as a seal: changing the number moves partners between states and must not happen by accident.
     */
    sealed?: number;
  };
  /**
   * Hosts that the environment may reach.
   */
  isolation: {
    /**
     * Upstream hosts that the environment may reach.
     */
    upstreams: written.HostPattern[];
  };
}

export interface ErrorPolicy {
  /**
   * Kind of this document.
   */
  kind: 'ErrorPolicy';
  name: written.Name;
  title: written.Title;
  description?: written.Text;
  labels?: written.Labels;
  /**
   * Error model: CAMARA's {status, code, message}.
   */
  model: 'camara';
  /**
   * Header with the correlation ID; the gateway validates it, returns it, or generates one.
   */
  correlator: string;
  /**
   * Handling of server errors from the upstream: pass them on, or replace them with the error model.
   */
  upstreamErrors: 'pass' | 'replace';
}

export interface MaskingPolicy {
  /**
   * Kind of this document.
   */
  kind: 'MaskingPolicy';
  name: written.Name;
  title: written.Title;
  description?: written.Text;
  labels?: written.Labels;
  /**
   * Masking rules; every rule that matches a call is applied.
   *
   * Items: One field.
   */
  rules: {
    /**
     * The field, as a JSON path of names, [*] and [number]: $.area.center, $[0].@type.
     */
    path: string;
    /**
     * Action: remove the field, or keep only its first characters.
     */
    action: 'remove' | 'truncate';
    /**
     * Number of characters to keep if the field is truncated.
     */
    keep?: number;
    /**
     * Operations to which the rule applies; by default, all.
     */
    operations?: written.Operation[];
    /**
     * Tiers to which the rule applies; by default, all.
     */
    tiers?: written.Name[];
    /**
     * Purposes to which the rule applies; by default, all.
     */
    purposes?: written.Purpose[];
  }[];
  maxBody: written.Size;
  /**
   * Handling of a response that is compressed, too large or not JSON: answer 502 (block) or pass it on unchanged (pass).
   */
  unreadable: 'block' | 'pass';
}

export interface MetricsPolicy {
  /**
   * Kind of this document.
   */
  kind: 'MetricsPolicy';
  name: written.Name;
  title: written.Title;
  description?: written.Text;
  labels?: written.Labels;
  /**
   * Whether metrics are collected per application, which costs memory if there are many partners.
   */
  perConsumer: boolean;
  /**
   * Number of calls by status code.
   */
  status: boolean;
  /**
   * Latency of calls.
   */
  latency: boolean;
  /**
   * Bytes received and sent.
   */
  bandwidth: boolean;
  /**
   * Health of upstreams.
   */
  upstreamHealth: boolean;
}

export interface MtlsPolicy {
  /**
   * Kind of this document.
   */
  kind: 'MtlsPolicy';
  name: written.Name;
  title: written.Title;
  description?: written.Text;
  labels?: written.Labels;
  /**
   * The property of the certificate that must be registered for the application.
   */
  registered: 'subject' | 'thumbprint' | 'subject-and-thumbprint';
  /**
   * Whether the token must be bound to the certificate (RFC 8705 'cnf'): always, or only checked if the token has 'cnf'.
   */
  boundTokens: 'required' | 'when-present';
  /**
   * Accepted client CAs, by name; by default, all of the environment's.
   */
  clientCas?: written.Name[];
}

export interface Partner {
  /**
   * Kind of this document.
   */
  kind: 'Partner';
  name: written.Name;
  renamedFrom?: written.Name;
  title: written.Title;
  description?: written.Text;
  labels?: written.Labels;
  /**
   * Type of partner.
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
   * The organisation, with TMF931's fields for an application owner.
   */
  organization: {
    name: written.Title;
    tradingName?: written.Title;
    type?: written.Tmf931OrganizationType;
    /**
     * Whether the organisation is a legal entity.
     */
    legalEntity?: boolean;
    /**
     * Entries in public registers.
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
    country: written.Country;
    address?: written.Text;
    website?: written.HttpsUrl;
    privacyPolicy?: written.HttpsUrl;
  };
  industry?: written.Title;
  /**
   * Countries in which its applications are used.
   */
  countries?: written.Country[];
  /**
   * How the partner came to the programme.
   */
  origin?: 'self-service' | 'sales' | 'referral' | 'reseller' | 'event' | 'migration';
  /**
   * Who referred the partner.
   */
  referral?: {
    by: written.Name;
    on?: written.Day;
  };
  reseller?: written.Name;
  owner: written.Name;
  /**
   * The operator's teams that represent it towards the partner, by role, in addition to the owner.
   */
  representatives?: {
    'account-management'?: written.Name;
    'executive-sponsor'?: written.Name;
    marketing?: written.Name;
    legal?: written.Name;
    technical?: written.Name;
    support?: written.Name;
  };
  /**
   * Contacts: role mailboxes, never persons.
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
      by: written.Decider;
      digest?: written.Digest;
    };
    end?: written.Day;
    /**
     * Versions of the terms of a tier that stay in force for this partner until a day, although the tier has a newer one.
     *
     * Items: A version of the terms of a tier.
     */
    terms?: {
      tier: written.Name;
      version: written.Version;
      until: written.Day;
    }[];
    /**
     * Prices and service levels that this partner has instead of those of a tier. Limits cannot deviate: define a tier with `partners`.
     *
     * Items: A deviation.
     */
    deviations?: {
      tier: written.Name;
      price?: PriceItems;
      sla?: written.Sla;
      from: written.Day;
      to?: written.Day;
      reason: written.Text;
      approvedBy: written.Decider;
    }[];
  };
  approval: written.Approval;
  suspended?: written.Suspended;
  /**
   * Evidence that the partner meets the requirements of tiers.
   *
   * Items: A piece of evidence.
   */
  evidence?: {
    requirement: written.Name;
    document: written.Title;
    issued: written.Day;
    end?: written.Day;
    confirmedBy?: written.Decider;
  }[];
  /**
   * What the partner has agreed to do.
   *
   * Items: An obligation.
   */
  obligations?: {
    title: written.Title;
    due: written.Day;
    /**
     * When it was done, and the proof.
     */
    fulfilled?: {
      on: written.Day;
      document: written.Title;
    };
  }[];
  /**
   * Accreditation level in the partner programme.
   */
  accreditation?: {
    level: written.Name;
    since: written.Day;
    end?: written.Day;
  };
  /**
   * Badges shown in the portal: names of the `badges` of the Programme.
   */
  badges?: written.Name[];
  logo?: written.HttpsUrl;
  /**
   * Whether the portal may present the partner as a reference customer.
   */
  showcase: boolean;
  /**
   * Applications of the partner.
   */
  applications?: written.ApplicationDefinition[];
}

export interface PriceItems {
  [k: string]: PriceItem;
}

export interface PriceDefinition {
  freeUntil?: written.Day;
  /**
   * What happens to calls beyond the quota: they are refused, or billed, in which case the gateway does not enforce the quota.
   */
  overage: 'refuse' | 'bill';
  items: PriceItems;
}

export interface RateLimitPolicy {
  /**
   * Kind of this document.
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
   * Kind of this document.
   */
  kind: 'Tier';
  name: written.Name;
  title: written.Title;
  description?: written.Text;
  labels?: written.Labels;
  /**
   * Status: the terms of a draft can change freely, the terms of an active tier are sealed, and an archived tier accepts no new subscriptions.
   */
  status: 'draft' | 'active' | 'archived';
  version: written.Version;
  sealed?: written.Seal;
  /**
   * Seals of earlier versions, the newest first, as long as something may still be owed under their terms.
   */
  previous?: written.Seal[];
  limits?: written.Limits;
  quota?: written.Quota;
  /**
   * Different limits for one API or one of its operations.
   *
   * Items: Limits that replace those of the tier for one API or operation; windows that are not listed keep the tier's limit.
   */
  overrides?: {
    api: written.Name;
    operation?: written.Operation;
    limits?: written.Limits;
    quota?: written.Quota;
  }[];
  sla?: written.Sla;
  /**
   * Support for partners.
   */
  support?: {
    /**
     * Support channels.
     *
     * Items: A channel.
     */
    channels: ('community' | 'email' | 'ticket' | 'chat' | 'phone' | 'account-manager')[];
    /**
     * Support hours.
     */
    hours?: 'business-hours' | 'around-the-clock';
    response?: written.Duration;
  };
  price?: PriceDefinition;
  /**
   * Whether a subscription requires the operator's approval outside sandboxes.
   */
  approval: 'automatic' | 'required';
  /**
   * Requirements that a partner must meet to use the tier in production: names of the `requirements` of the Programme.
   */
  requires?: written.Name[];
  /**
   * Partners for whom the tier was negotiated; no one else may use it. By default, it is open to all.
   */
  partners?: written.Name[];
  /**
   * Further benefits of the tier, for the portal.
   */
  benefits?: written.Title[];
}

export interface TokenPolicy {
  /**
   * Kind of this document.
   */
  kind: 'TokenPolicy';
  name: written.Name;
  title: written.Title;
  description?: written.Text;
  labels?: written.Labels;
  /**
   * Signer of the tokens: the identity provider (idp), or the partner with its own key (partner).
   */
  signedBy: 'idp' | 'partner';
  /**
   * Issuer, keys and audience, by environment.
   */
  environments: {
    /**
     * Issuer, keys and audience in one environment.
     */
    [k: string]: {
      /**
       * Issuer ('iss') of the tokens, usually an https address. It is compared character by character, including a slash at the end.
       */
      issuer?: string;
      jwksUri?: written.HttpUrl;
      /**
       * Public keys of the issuer, if the gateway does not fetch them.
       */
      keys?: written.Jwk[];
      /**
       * Audience ('aud') of tokens for this environment, compared character by character; it must differ between environments.
       */
      audience: string;
    };
  };
  /**
   * Accepted signature algorithms.
   */
  algorithms: written.Algorithm[];
  /**
   * Accepted values of the token's 'typ' header. Case and the prefix 'application/' are ignored.
   *
   * Items: A type.
   */
  types: string[];
  /**
   * Claim with the client ID, in tokens that the identity provider signs.
   */
  clientClaim: string;
  clockSkew: written.Duration;
  maximumExpiration: written.Duration;
  /**
   * The rule that decides whether a token is three-legged, that is, bound to a user. By default, no token is.
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
         * The rule. Do not use it if service accounts of clients have their own subject, as in Keycloak; use a claim instead.
         */
        rule: 'subject-differs';
      };
}

export interface UseCase {
  /**
   * Kind of this document.
   */
  kind: 'UseCase';
  name: written.Name;
  title: written.Title;
  description?: written.Text;
  labels?: written.Labels;
  problem: written.Text;
  /**
   * APIs that it uses.
   */
  apis: written.Name[];
  /**
   * Partners that take part.
   *
   * Items: A partner that takes part.
   */
  partners?: {
    partner: written.Name;
    /**
     * Whether it is an anchor: a partner that the use case is developed with and that others will follow.
     */
    anchor: boolean;
  }[];
  /**
   * Stage.
   */
  stage: 'idea' | 'co-design' | 'pilot' | 'live' | 'ended';
  owner: written.Name;
  businessCase?: written.Title;
}

/** Documents of the kinds that have defaults. */
export interface CompleteDocuments {
  Api: Api;
  AuditPolicy: AuditPolicy;
  ConsentPolicy: ConsentPolicy;
  ContractTemplate: ContractTemplate;
  Environment: Environment;
  ErrorPolicy: ErrorPolicy;
  MaskingPolicy: MaskingPolicy;
  MetricsPolicy: MetricsPolicy;
  MtlsPolicy: MtlsPolicy;
  Partner: Partner;
  RateLimitPolicy: RateLimitPolicy;
  Tier: Tier;
  TokenPolicy: TokenPolicy;
  UseCase: UseCase;
}

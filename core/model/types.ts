// Made from core/model/schemas by 'npm run generate'. Do not edit.

export type Name = string;

export type Title = string;

export type Text = string;

export type ApiVersion = string;

export type Scope = string;

export type Duration = string;

export type Day = string;

export type HttpsUrl = string;

export type Percent = string;

export type Calls = number;

export type Operation = string;

export type Algorithm =
  | 'RS256'
  | 'RS384'
  | 'RS512'
  | 'PS256'
  | 'PS384'
  | 'PS512'
  | 'ES256'
  | 'ES384'
  | 'ES512'
  | 'EdDSA';

export type Base64Url = string;

export type Sha256 = string;

export type Purpose =
  | 'dpv:AcademicResearch'
  | 'dpv:AccountManagement'
  | 'dpv:Advertising'
  | 'dpv:AgeVerification'
  | 'dpv:CombatClimateChange'
  | 'dpv:CommercialPurpose'
  | 'dpv:CommercialResearch'
  | 'dpv:CommunicationForCustomerCare'
  | 'dpv:CommunicationManagement'
  | 'dpv:CounterMoneyLaundering'
  | 'dpv:Counterterrorism'
  | 'dpv:CustomerCare'
  | 'dpv:CustomerClaimsManagement'
  | 'dpv:CustomerManagement'
  | 'dpv:CustomerOrderManagement'
  | 'dpv:CustomerRelationshipManagement'
  | 'dpv:CustomerSolvencyMonitoring'
  | 'dpv:DataAltruism'
  | 'dpv:DeliveryOfGoods'
  | 'dpv:DirectMarketing'
  | 'dpv:DisputeManagement'
  | 'dpv:EnforceAccessControl'
  | 'dpv:EnforceSecurity'
  | 'dpv:EstablishContractualAgreement'
  | 'dpv:FraudPreventionAndDetection'
  | 'dpv:FulfilmentOfContractualObligation'
  | 'dpv:FulfilmentOfObligation'
  | 'dpv:HumanResourceManagement'
  | 'dpv:IdentityAuthentication'
  | 'dpv:IdentityVerification'
  | 'dpv:ImproveExistingProductsAndServices'
  | 'dpv:ImproveHealthcare'
  | 'dpv:ImproveInternalCRMProcesses'
  | 'dpv:ImprovePublicServices'
  | 'dpv:ImproveTransportMobility'
  | 'dpv:IncreaseServiceRobustness'
  | 'dpv:InternalResourceOptimisation'
  | 'dpv:LegalCompliance'
  | 'dpv:MaintainFraudDatabase'
  | 'dpv:Marketing'
  | 'dpv:MemberPartnerManagement'
  | 'dpv:MisusePreventionAndDetection'
  | 'dpv:NonCommercialPurpose'
  | 'dpv:NonCommercialResearch'
  | 'dpv:OptimisationForConsumer'
  | 'dpv:OptimisationForController'
  | 'dpv:OptimiseUserInterface'
  | 'dpv:OrganisationComplianceManagement'
  | 'dpv:OrganisationGovernance'
  | 'dpv:OrganisationRiskManagement'
  | 'dpv:PaymentManagement'
  | 'dpv:Personalisation'
  | 'dpv:PersonalisedAdvertising'
  | 'dpv:PersonalisedBenefits'
  | 'dpv:PersonnelBehaviourMonitoring'
  | 'dpv:PersonnelHiring'
  | 'dpv:PersonnelManagement'
  | 'dpv:PersonnelMonitoring'
  | 'dpv:PersonnelOffboarding'
  | 'dpv:PersonnelOnboarding'
  | 'dpv:PersonnelPayment'
  | 'dpv:PersonnelPerformanceEvaluation'
  | 'dpv:PersonnelPerformanceManagement'
  | 'dpv:PersonnelPerformanceMonitoring'
  | 'dpv:PersonnelPerformancePrediction'
  | 'dpv:PersonnelPromotionManagement'
  | 'dpv:PersonnelTerminationManagement'
  | 'dpv:PersonnelWorkloadManagement'
  | 'dpv:PoliticalCampaign'
  | 'dpv:ProtectionOfIPR'
  | 'dpv:ProtectionOfNationalSecurity'
  | 'dpv:ProtectionOfPublicSecurity'
  | 'dpv:ProvideEventRecommendations'
  | 'dpv:ProvideOfficialStatistics'
  | 'dpv:ProvidePersonalisedRecommendations'
  | 'dpv:ProvideProductRecommendations'
  | 'dpv:PublicBenefit'
  | 'dpv:PublicPolicyMaking'
  | 'dpv:PublicRelations'
  | 'dpv:RecordManagement'
  | 'dpv:RecruitmentAdvertising'
  | 'dpv:RecruitmentApplicantBackgroundCheck'
  | 'dpv:RecruitmentApplicantCriminalBackgroundCheck'
  | 'dpv:RecruitmentApplicantInformationAuthentication'
  | 'dpv:RecruitmentApplicantSelection'
  | 'dpv:RecruitmentApplicationAnalysis'
  | 'dpv:RecruitmentApplicationManagement'
  | 'dpv:RecruitmentApplicationScreening'
  | 'dpv:RecruitmentInterviewAnalysis'
  | 'dpv:RecruitmentInterviewAssessment'
  | 'dpv:RecruitmentInterviewManagement'
  | 'dpv:RecruitmentInterviewScheduling'
  | 'dpv:RecruitmentManagement'
  | 'dpv:RecruitmentTargetedAdvertising'
  | 'dpv:RepairImpairments'
  | 'dpv:RequestedServiceProvision'
  | 'dpv:ResearchAndDevelopment'
  | 'dpv:RightsFulfilment'
  | 'dpv:ScientificResearch'
  | 'dpv:SearchFunctionalities'
  | 'dpv:SellDataToThirdParties'
  | 'dpv:SellInsightsFromData'
  | 'dpv:SellProducts'
  | 'dpv:SellProductsToDataSubject'
  | 'dpv:ServiceAccessDetermination'
  | 'dpv:ServiceManagement'
  | 'dpv:ServiceMonitoring'
  | 'dpv:ServiceOptimisation'
  | 'dpv:ServicePersonalisation'
  | 'dpv:ServiceProvision'
  | 'dpv:ServiceRegistration'
  | 'dpv:ServiceUsageAnalytics'
  | 'dpv:SocialMediaMarketing'
  | 'dpv:TargetedAdvertising'
  | 'dpv:TechnicalServiceProvision'
  | 'dpv:UserInterfacePersonalisation'
  | 'dpv:VendorManagement'
  | 'dpv:VendorPayment'
  | 'dpv:VendorRecordsManagement'
  | 'dpv:VendorSelectionAssessment'
  | 'dpv:Verification';

export type LegalBasis =
  | 'dpv:B2B2CContract'
  | 'dpv:B2BContract'
  | 'dpv:B2CContract'
  | 'dpv:C2BContract'
  | 'dpv:C2CContract'
  | 'dpv:Consent'
  | 'dpv:ConsumerStandardFormContract'
  | 'dpv:Contract'
  | 'dpv:ContractByDomain'
  | 'dpv:ContractByEntityType'
  | 'dpv:ContractByNegotiationType'
  | 'dpv:ContractPerformance'
  | 'dpv:ControllerDataSubjectAgreement'
  | 'dpv:ControllerProcessorAgreement'
  | 'dpv:DataControllerContract'
  | 'dpv:DataProcessingAgreement'
  | 'dpv:DataProcessorContract'
  | 'dpv:DataSubjectContract'
  | 'dpv:DataTransferLegalBasis'
  | 'dpv:DistributionAgreement'
  | 'dpv:EULA'
  | 'dpv:EmploymentContract'
  | 'dpv:EnterIntoContract'
  | 'dpv:ExplicitlyExpressedConsent'
  | 'dpv:ExpressedConsent'
  | 'dpv:G2BContract'
  | 'dpv:G2CContract'
  | 'dpv:G2GContract'
  | 'dpv:ImpliedConsent'
  | 'dpv:InformedConsent'
  | 'dpv:JointDataControllersAgreement'
  | 'dpv:LegalObligation'
  | 'dpv:LegitimateInterest'
  | 'dpv:LegitimateInterestOfController'
  | 'dpv:LegitimateInterestOfDataSubject'
  | 'dpv:LegitimateInterestOfThirdParty'
  | 'dpv:LicenseAgreement'
  | 'dpv:NegotiatedContract'
  | 'dpv:OfficialAuthorityOfController'
  | 'dpv:ProviderStandardFormContract'
  | 'dpv:PublicInterest'
  | 'dpv:ServiceLevelAgreement'
  | 'dpv:StandardFormContract'
  | 'dpv:SubProcessorAgreement'
  | 'dpv:ThirdPartyAgreement'
  | 'dpv:ThirdPartyContract'
  | 'dpv:UninformedConsent'
  | 'dpv:VitalInterest'
  | 'dpv:VitalInterestOfDataSubject'
  | 'dpv:VitalInterestOfNaturalPerson';

export type GrantType =
  | 'authorization_code'
  | 'client_credentials'
  | 'refresh_token'
  | 'urn:ietf:params:oauth:grant-type:jwt-bearer'
  | 'urn:openid:params:grant-type:ciba';

export type Tmf931ApprovalStatus = 'pendingApproval' | 'approved' | 'rejected';

export type Tmf931ApplicationCategory =
  | 'agriculture'
  | 'artAndDesign'
  | 'autoAndVehicle'
  | 'beauty'
  | 'booksAndReference'
  | 'business'
  | 'construction'
  | 'defense'
  | 'developerTools'
  | 'education'
  | 'engineering'
  | 'eventsAndEntertainment'
  | 'finance'
  | 'foodAndDrink'
  | 'games'
  | 'healthAndFitness'
  | 'healthcare'
  | 'information'
  | 'kids'
  | 'librariesAndDemo'
  | 'lifestyle'
  | 'manufacturing'
  | 'mapsAndNavigation'
  | 'media'
  | 'medical'
  | 'mining'
  | 'musicAndAudio'
  | 'newsAndMagazines'
  | 'organizations'
  | 'other'
  | 'photoAndVideo'
  | 'productivity'
  | 'publicService'
  | 'realEstate'
  | 'shopping'
  | 'socialNetworkingAndCommunications'
  | 'sports'
  | 'tourism'
  | 'trading'
  | 'transportation'
  | 'travelAndLocal'
  | 'utilities'
  | 'water'
  | 'weather';

export type RedirectUri = string;

export type Size = string;

export type Version = string;

export type Email = string;

export type HttpUrl = string;

export type Host = string;

export type HostPattern = string;

export type VaultReference = string;

export type FailureMode = 'open' | 'closed';

export type Tmf931OrganizationType =
  | 'dpv:AcademicScientificOrganisation'
  | 'dpv:ForProfitOrganisation'
  | 'dpv:GovernmentalOrganisation'
  | 'dpv:IndustryConsortium'
  | 'dpv:InternationalOrganisation'
  | 'dpv:NonGovernmentalOrganisation'
  | 'dpv:NonProfitOrganisation'
  | 'dpv:OrganisationalUnit';

export interface Api {
  /**
   * The kind of this document.
   */
  kind: 'Api';
  name: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
  domain: Name;
  owner: Name;
  version: ApiVersion;
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
  scopes?: 'none' | Scope[];
  /**
   * State: draft is nowhere, preview is outside production, published and deprecated are everywhere, retired is nowhere.
   */
  lifecycle: 'draft' | 'preview' | 'published' | 'deprecated' | 'retired';
  /**
   * How its end is announced; needed while it is deprecated.
   */
  deprecation?: {
    notice: Duration;
    announced?: Day;
    sunset?: Day;
    successor?: Name;
    link?: HttpsUrl;
  };
  /**
   * How much harm an outage or misuse does.
   */
  criticality: 'low' | 'medium' | 'high' | 'critical';
  /**
   * Whether it reads or writes personal data.
   */
  personalData: boolean;
  sla?: Sla;
  /**
   * Who may see it: everybody, every partner, or the named partners only.
   */
  visibility:
    | ('public' | 'partner-only')
    | {
        /**
         * The partners that may see it: names of Partner documents.
         */
        partners: Name[];
      };
  /**
   * The tiers it is offered at, best first: while an application moves from one tier to another, the one listed first holds.
   */
  tiers: Name[];
  valueProposition?: Text;
  documentation?: HttpsUrl;
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
      capacity?: Limits;
      /**
       * Time limits towards the upstream.
       */
      timeouts?: {
        connect?: Duration;
        read?: Duration;
        write?: Duration;
      };
      /**
       * How often a call that did not reach the upstream is sent again.
       */
      retries?: number;
      /**
       * Whether the upstream's certificate is checked; only a trial environment may say false.
       */
      verifyTls?: boolean;
    };
  };
  /**
   * How the upstream reads paths where it reads more into them than is written, so that the gateway reads them alike. Servlet containers such as Tomcat and Jetty read matrix parameters; Express, IIS and Spring with a case-insensitive matcher ignore case.
   */
  upstreamPaths?: {
    /**
     * Whether the upstream takes '/items/SECRET' for '/items/secret'. A call that spells a word of a path in another case is then refused, where a path parameter would take it.
     */
    ignoresCase?: boolean;
    /**
     * Whether path parameters take a ';' and what follows it ('/items/4711;version=2'). Without it no call with a ';' in a path parameter is let through.
     */
    matrixParameters?: boolean;
  };
  /**
   * Operations whose route needs more than the usual: every operation of the OpenAPI file has a route of its own, others are refused.
   *
   * Items: Settings of one operation's route.
   */
  routes?: {
    operation: Operation;
    /**
     * Whether the answer is a stream: it is passed on as it comes and cannot be masked.
     */
    streaming?: boolean;
    /**
     * Whether partners reach it at all.
     */
    exposed?: boolean;
    /**
     * What it needs where the OpenAPI file requires no scope: these scopes, or none. Where the file requires some, scopes written here are needed in addition; `none` is refused there, unless the file itself leaves them optional.
     */
    scopes?: 'none' | Scope[];
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
    operations: Operation[];
  };
  /**
   * The policies that hold for every call, by name.
   */
  policies: {
    token: Name;
    rateLimit?: Name;
    mtls?: Name;
    consent?: Name;
    masking?: Name;
    audit?: Name;
    metrics?: Name;
    errors: Name;
  };
  /**
   * What changed, newest first.
   *
   * Items: One version.
   */
  changelog?: {
    version: ApiVersion;
    date: Day;
    /**
     * What changed, a sentence each.
     */
    changes: Text[];
  }[];
}

export interface Labels {
  /**
   * The label's value.
   */
  [k: string]: string;
}

export interface Sla {
  availability?: Percent;
  /**
   * Response time that the named share of calls stays under.
   */
  latency?: {
    p50?: Duration;
    p95?: Duration;
    p99?: Duration;
  };
  errorRate?: Percent;
}

export interface Limits {
  second?: Calls;
  minute?: Calls;
  hour?: Calls;
}

export interface Credentials {
  /**
   * Client id at the identity provider, any that RFC 6749 allows: printable ASCII, exactly as tokens carry it. Of an application that signs its own tokens, the value of 'iss'.
   */
  clientId: string;
  /**
   * Public keys of tokens that the application signs itself; several at a time for a rotation. Each token has 'kid' in its header, the RFC 7638 thumbprint of its key, and the claims 'iss' (the client id), 'aud', 'exp' and 'nbf'.
   *
   * Items: A public key, as JWK or as PEM.
   */
  keys?: (
    | {
        jwk: Jwk;
        algorithm?: Algorithm;
      }
    | {
        /**
         * A public key in PEM form: PUBLIC KEY (SubjectPublicKeyInfo), or RSA PUBLIC KEY (PKCS #1).
         */
        pem: string;
        algorithm?: Algorithm;
      }
  )[];
  /**
   * Client certificates for mutual TLS; several at a time for a rotation.
   *
   * Items: A client certificate, by its subject, its thumbprint or both.
   */
  certificates?: {
    /**
     * Subject, as OpenSSL, nginx, Java or RFC 4514 write it. With slashes, as `-nameopt compat` prints it, the parts are in the certificate's order; in a list either end may come first.
     */
    subject?: string;
    sha256?: Sha256;
  }[];
}

export interface Jwk {
  /**
   * Key type.
   */
  kty: 'RSA' | 'EC' | 'OKP';
  /**
   * Key id: in a token policy, what tokens have as 'kid' in their header. An application's key is found by its RFC 7638 thumbprint (SHA-256), which its tokens need as 'kid'; another value here has no effect.
   */
  kid?: string;
  /**
   * Use of the key.
   */
  use?: 'sig';
  alg?: Algorithm;
  /**
   * Operations of the key; verify is one of them.
   *
   * Items: An operation.
   */
  key_ops?: string[];
  n?: Base64Url;
  e?: Base64Url;
  /**
   * Curve of an EC or OKP key.
   */
  crv?: 'P-256' | 'P-384' | 'P-521' | 'Ed25519' | 'Ed448';
  x?: Base64Url;
  y?: Base64Url;
  [k: string]: unknown;
}

export interface Subscription {
  api: Name;
  tier: Name;
  /**
   * The scopes that are granted, of those that the API's operations need. Left out, it grants none: enough for the operations that need no scope.
   */
  scopes?: Scope[];
  purpose?: Purpose;
  legalBasis?: LegalBasis;
  /**
   * The OAuth 2.0 grants the application may use for it.
   */
  grantTypes?: GrantType[];
  /**
   * The environments it holds in; without it all in which the application has credentials.
   */
  environments?: Name[];
  approval?: Approval;
  start?: Day;
  end?: Day;
}

export interface Approval {
  status: Tmf931ApprovalStatus;
  on?: Day;
  by?: Title;
  reason?: Text;
}

export interface ApplicationDefinition {
  name: Name;
  renamedFrom?: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
  useCase?: Text;
  commercialName?: Title;
  category?: Tmf931ApplicationCategory;
  logo?: HttpsUrl;
  website?: HttpsUrl;
  privacyPolicy?: HttpsUrl;
  approval?: Approval;
  suspended?: Suspended;
  /**
   * Redirect URIs of the application, to which users are sent back, and addresses that get notifications.
   */
  callbackUrls?: RedirectUri[];
  /**
   * How it proves who it is, per environment.
   */
  credentials?: {
    [k: string]: Credentials;
  };
  /**
   * The APIs it uses.
   */
  subscriptions?: Subscription[];
}

export interface Suspended {
  since: Day;
  by: Title;
  reason: Text;
}

export interface Application {
  /**
   * The kind of this document.
   */
  kind: 'Application';
  name: Name;
  renamedFrom?: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
  partner: Name;
  useCase?: Text;
  commercialName?: Title;
  category?: Tmf931ApplicationCategory;
  logo?: HttpsUrl;
  website?: HttpsUrl;
  privacyPolicy?: HttpsUrl;
  approval?: Approval;
  suspended?: Suspended;
  /**
   * Redirect URIs of the application, to which users are sent back, and addresses that get notifications.
   */
  callbackUrls?: RedirectUri[];
  /**
   * How it proves who it is, per environment.
   */
  credentials?: {
    [k: string]: Credentials;
  };
  /**
   * The APIs it uses.
   */
  subscriptions?: Subscription[];
}

export interface AuditPolicy {
  /**
   * The kind of this document.
   */
  kind: 'AuditPolicy';
  name: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
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
  queueSize?: number;
}

export interface Quota {
  day?: Calls;
  month?: Calls;
}

export interface Money {
  /**
   * A decimal amount as text.
   */
  amount: string;
  /**
   * An ISO 4217 currency code.
   */
  currency: string;
}

export interface Person {
  name: Title;
  email: Email;
}

export interface Contact {
  /**
   * What the contact is for.
   */
  role: 'business' | 'technical' | 'security' | 'privacy' | 'legal' | 'billing' | 'support';
  name?: Title;
  email: Email;
  /**
   * Phone number in international form.
   */
  phone?: string;
}

export interface ConsentPolicy {
  /**
   * The kind of this document.
   */
  kind: 'ConsentPolicy';
  name: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
  /**
   * The purposes that are allowed.
   */
  purposes: Purpose[];
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
      [k: string]: HttpUrl;
    };
    authorization?: VaultReference;
    /**
     * With source consent-info: the operator's endpoint that is asked where the caller's token lacks the scope `consent-info:retrieve`. Without it such calls are refused.
     */
    otherwise?: {
      /**
       * Address of the operator's endpoint, per environment.
       */
      urls: {
        [k: string]: HttpUrl;
      };
      authorization?: VaultReference;
    };
    timeout?: Duration;
    cacheFor?: Duration;
    failure?: FailureMode;
  };
  subjectKey?: VaultReference;
}

export interface Environment {
  /**
   * The kind of this document.
   */
  kind: 'Environment';
  name: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
  /**
   * What it is for; what is not yet approved is served in a sandbox only, drafts nowhere.
   */
  stage: 'sandbox' | 'staging' | 'production';
  /**
   * Whether it is for trying out: quotas may be lost at a restart, http and unchecked upstream certificates are allowed.
   */
  trial?: boolean;
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
    plugins?: 'portable' | 'native';
  };
  /**
   * Workspace of the gateway.
   */
  workspace?: string;
  /**
   * Host names under which the APIs are served.
   */
  hosts: Host[];
  /**
   * Protocols under which they are served; http only where the environment is for trying out.
   *
   * Items: A protocol.
   */
  protocols?: ('https' | 'http')[];
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
        endpoint?: HttpUrl;
      }
    | {
        /**
         * The type.
         */
        type: 'http';
        address: HttpsUrl;
        /**
         * Whether the server can lock.
         */
        lock?: boolean;
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
        schema?: string;
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
        host: Host;
        /**
         * Port.
         */
        port?: number;
        /**
         * Database number.
         */
        database?: number;
        /**
         * Whether the connection is encrypted; its certificate is then checked.
         */
        tls?: boolean;
        serverName?: Host;
        username?: VaultReference;
        password?: VaultReference;
        timeout?: Duration;
      };
  /**
   * CAs whose client certificates are trusted.
   *
   * Items: A CA.
   */
  clientCas?: {
    name: Name;
    /**
     * Its certificate in PEM form.
     */
    certificate: string;
  }[];
  /**
   * Where audit records go.
   */
  audit?: {
    endpoint?: HttpUrl;
    authorization?: VaultReference;
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
    upstreams: HostPattern[];
  };
}

export interface ErrorPolicy {
  /**
   * The kind of this document.
   */
  kind: 'ErrorPolicy';
  name: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
  /**
   * The error model: CAMARA's {status, code, message}.
   */
  model: 'camara';
  /**
   * Header that carries the correlation id; checked, echoed, or made.
   */
  correlator?: string;
  /**
   * What happens to the upstream's own server errors: passed on, or replaced by the model.
   */
  upstreamErrors?: 'pass' | 'replace';
}

export interface MaskingPolicy {
  /**
   * The kind of this document.
   */
  kind: 'MaskingPolicy';
  name: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
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
    operations?: Operation[];
    /**
     * Only for these tiers; without it all.
     */
    tiers?: Name[];
    /**
     * Only for these purposes; without it all.
     */
    purposes?: Purpose[];
  }[];
  maxBody?: Size;
  /**
   * What happens to an answer that is compressed, too long or no JSON: a 502 (block) or passed as it is (pass).
   */
  unreadable?: 'block' | 'pass';
}

export interface MetricsPolicy {
  /**
   * The kind of this document.
   */
  kind: 'MetricsPolicy';
  name: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
  /**
   * Whether figures are kept per application; costs memory with many partners.
   */
  perConsumer?: boolean;
  /**
   * Counts by status code.
   */
  status?: boolean;
  /**
   * Latencies.
   */
  latency?: boolean;
  /**
   * Bytes in and out.
   */
  bandwidth?: boolean;
  /**
   * Health of upstreams.
   */
  upstreamHealth?: boolean;
}

export interface MtlsPolicy {
  /**
   * The kind of this document.
   */
  kind: 'MtlsPolicy';
  name: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
  /**
   * What of the certificate has to be registered for the application.
   */
  registered?: 'subject' | 'thumbprint' | 'subject-and-thumbprint';
  /**
   * Whether the token has to name the certificate (RFC 8705 'cnf'): required, or compared where it does.
   */
  boundTokens?: 'required' | 'when-present';
  /**
   * The client CAs that are accepted, by name; without it all of the environment's.
   */
  clientCas?: Name[];
}

export interface Partner {
  /**
   * The kind of this document.
   */
  kind: 'Partner';
  name: Name;
  renamedFrom?: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
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
    name: Title;
    tradingName?: Title;
    type?: Tmf931OrganizationType;
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
      id: Title;
      type: Title;
      authority?: Title;
      issued?: Day;
    }[];
    taxNumber?: Title;
    /**
     * Country of its seat (ISO 3166-1, two letters).
     */
    country: string;
    address?: Text;
    website?: HttpsUrl;
    privacyPolicy?: HttpsUrl;
    legalRepresentative?: Person;
    dataProtectionOfficer?: Person;
    privacyManager?: Person;
  };
  reseller?: Name;
  owner: Name;
  /**
   * Whom to write to.
   */
  contacts: Contact[];
  /**
   * The contract.
   */
  contract: {
    template: Name;
    version: Version;
    /**
     * Acceptance.
     */
    accepted?: {
      on: Day;
      by: Title;
    };
    end?: Day;
  };
  approval: Approval;
  suspended?: Suspended;
  /**
   * What the partner has proved, for the requirements of tiers.
   *
   * Items: A proof.
   */
  evidence?: {
    requirement: Name;
    document: Title;
    issued: Day;
    end?: Day;
    confirmedBy?: Title;
  }[];
  /**
   * Standing in the partner programme.
   */
  accreditation?: {
    level: Name;
    since: Day;
    end?: Day;
  };
  /**
   * Badges that the portal shows.
   */
  badges?: Name[];
  logo?: HttpsUrl;
  /**
   * Whether the portal may name it as a reference.
   */
  showcase?: boolean;
  /**
   * Its applications.
   */
  applications?: ApplicationDefinition[];
}

export interface RateLimitPolicy {
  /**
   * The kind of this document.
   */
  kind: 'RateLimitPolicy';
  name: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
  limits: Limits;
  quota?: Quota;
  failure?: FailureMode;
}

export interface Team {
  /**
   * The kind of this document.
   */
  kind: 'Team';
  name: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
  email: Email;
  chat?: HttpsUrl;
  onCall?: HttpsUrl;
}

export interface Tier {
  /**
   * The kind of this document.
   */
  kind: 'Tier';
  name: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
  /**
   * State: a draft can be changed at will, an active tier's terms are sealed, an archived one takes no new subscriptions.
   */
  status: 'draft' | 'active' | 'archived';
  version: Version;
  /**
   * Seal of an active tier: its version, a colon and a digest of its terms, so that terms never change silently. The check tells the value to write.
   */
  sealed?: string;
  limits?: Limits;
  quota?: Quota;
  /**
   * Other limits for one API, or for one operation of it.
   *
   * Items: Limits that replace the tier's for one API or operation; a window not named here stays as it was.
   */
  overrides?: {
    api: Name;
    operation?: Operation;
    limits?: Limits;
    quota?: Quota;
  }[];
  sla?: Sla;
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
    response?: Duration;
  };
  /**
   * What it costs.
   */
  price?: {
    /**
     * A fixed fee.
     */
    subscription?: {
      amount: Money;
      /**
       * How often it is due.
       */
      per: 'month' | 'year';
    };
    call?: Money;
  };
  /**
   * Whether a subscription needs the operator's approval before it leaves the sandbox.
   */
  approval?: 'automatic' | 'required';
  /**
   * What a partner has to prove before it may use the tier in production: an open list.
   */
  requires?: Name[];
}

export interface TokenPolicy {
  /**
   * The kind of this document.
   */
  kind: 'TokenPolicy';
  name: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
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
      jwksUri?: HttpUrl;
      /**
       * The issuer's public keys, written here instead of fetched.
       */
      keys?: Jwk[];
      /**
       * The audience ('aud') that a token for this environment names, character by character; different in every environment.
       */
      audience: string;
    };
  };
  /**
   * Signature algorithms that are accepted.
   */
  algorithms?: Algorithm[];
  /**
   * Values of the token's 'typ' header that are accepted. Upper case and lower case are the same, and so is 'application/' in front.
   *
   * Items: A type.
   */
  types?: string[];
  /**
   * The claim that names the client id, of tokens that the identity provider signs.
   */
  clientClaim?: string;
  clockSkew?: Duration;
  maximumExpiration?: Duration;
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

/** The document of each kind. */
export interface Documents {
  Api: Api;
  Application: Application;
  AuditPolicy: AuditPolicy;
  ConsentPolicy: ConsentPolicy;
  Environment: Environment;
  ErrorPolicy: ErrorPolicy;
  MaskingPolicy: MaskingPolicy;
  MetricsPolicy: MetricsPolicy;
  MtlsPolicy: MtlsPolicy;
  Partner: Partner;
  RateLimitPolicy: RateLimitPolicy;
  Team: Team;
  Tier: Tier;
  TokenPolicy: TokenPolicy;
}

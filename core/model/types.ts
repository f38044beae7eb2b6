// Generated from core/model/schemas by 'npm run generate'. Do not edit.

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

export type Decider = string;

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

export type Money = string;

export type FailureMode = 'open' | 'closed';

export type Phone = string;

export type Currency = string;

export type Country = string;

export type Language = string;

export type Digest = string;

export type Seal = string;

export type Tmf931OrganizationType =
  | 'dpv:AcademicScientificOrganisation'
  | 'dpv:ForProfitOrganisation'
  | 'dpv:GovernmentalOrganisation'
  | 'dpv:IndustryConsortium'
  | 'dpv:InternationalOrganisation'
  | 'dpv:NonGovernmentalOrganisation'
  | 'dpv:NonProfitOrganisation'
  | 'dpv:OrganisationalUnit';

export type PriceItem =
  | {
      /**
       * Type of the item.
       */
      type: 'subscription';
      amount: Money;
      /**
       * Period.
       */
      per: 'month' | 'quarter' | 'year';
      /**
       * How a period that is not complete is charged: by day, or in full.
       */
      proRata?: 'day' | 'none';
    }
  | {
      /**
       * Type of the item.
       */
      type: 'calls';
      /**
       * APIs whose calls it prices; by default, all that no other item names.
       */
      apis?: Name[];
      /**
       * Operations whose calls it prices; they take precedence over `apis`.
       *
       * Items: An operation.
       */
      operations?: {
        api: Name;
        operation: Operation;
      }[];
      flat?: Money;
      /**
       * Price of one call by steps in a month: each call is charged at the price of the step that it falls in.
       */
      graduated?: PriceStep[];
      /**
       * Price of one call by volume in a month: all calls are charged at the price of the step that the total falls in.
       */
      volume?: PriceStep[];
      /**
       * Price of packages of calls; a package is charged in full as soon as its first call is made.
       */
      package?: {
        calls: Calls;
        price: Money;
      };
      included?: Calls;
      /**
       * Outcomes that are charged: `success` is a 2xx response of the service, `business-outcome` another response that the OpenAPI file documents for the operation, such as 404.
       *
       * Items: An outcome.
       */
      billable?: ('success' | 'business-outcome' | 'client-error' | 'server-error')[];
    }
  | {
      /**
       * Type of the item.
       */
      type: 'minimum';
      amount: Money;
      /**
       * Period.
       */
      per: 'month' | 'quarter' | 'year';
      /**
       * Items of type `calls` that count towards it; by default, all.
       */
      items?: Name[];
    }
  | {
      /**
       * Type of the item.
       */
      type: 'fee';
      amount: Money;
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
      apis?: Name[];
      flat: Money;
    }
  | {
      /**
       * Type of the item.
       */
      type: 'discount';
      percent?: Percent;
      amount?: Money;
      /**
       * Items to which it applies; by default, all.
       */
      items?: Name[];
      from: Day;
      to?: Day;
      reason: Text;
      approvedBy: Decider;
    }
  | {
      /**
       * Type of the item.
       */
      type: 'credit';
      amount: Money;
      /**
       * Who pays for it: the operator (`grant`), or the partner in advance (`prepaid`).
       */
      source: 'grant' | 'prepaid';
      /**
       * How often it is given.
       */
      per?: 'once' | 'month' | 'year';
      purpose: Text;
      end?: Day;
    }
  | {
      /**
       * Type of the item.
       */
      type: 'share';
      percent: Percent;
      feed: Name;
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
  name: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
  domain: Name;
  owner: Name;
  version: ApiVersion;
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
  scopes?: 'none' | Scope[];
  /**
   * Lifecycle state: a draft or retired API is not served, a preview is not served in production, and a published or deprecated API is served in every environment.
   */
  lifecycle: 'draft' | 'preview' | 'published' | 'deprecated' | 'retired';
  /**
   * Announcement of its end; required while it is deprecated.
   */
  deprecation?: {
    notice: Duration;
    announced?: Day;
    sunset?: Day;
    successor?: Name;
    link?: HttpsUrl;
  };
  /**
   * Impact of an outage or of misuse.
   */
  criticality: 'low' | 'medium' | 'high' | 'critical';
  /**
   * Whether it reads or writes personal data.
   */
  personalData: boolean;
  sla?: Sla;
  /**
   * Who may see it: everyone, every partner, or the named partners only.
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
   * Tiers at which the API is offered, best first. While an application moves from one tier to another, the one listed first applies.
   */
  tiers: Name[];
  valueProposition?: Text;
  documentation?: HttpsUrl;
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
      capacity?: Limits;
      /**
       * Timeouts for calls to the upstream.
       */
      timeouts?: {
        connect?: Duration;
        read?: Duration;
        write?: Duration;
      };
      /**
       * Number of retries for a call that did not reach the upstream.
       */
      retries?: number;
      /**
       * Whether the upstream's certificate is verified; `false` is allowed in trial environments only.
       */
      verifyTls?: boolean;
    };
  };
  /**
   * How the upstream interprets paths, if it treats different spellings alike, so that the gateway matches paths in the same way. Servlet containers such as Tomcat and Jetty support matrix parameters; Express, IIS, and Spring with a case-insensitive matcher ignore case.
   */
  upstreamPaths?: {
    /**
     * Whether the upstream treats '/items/SECRET' like '/items/secret'. If so, the gateway rejects a call that spells a word of a path in another case and would otherwise match a path parameter.
     */
    ignoresCase?: boolean;
    /**
     * Whether path parameters may contain a ';' and the text after it ('/items/4711;version=2'). By default, the gateway rejects calls with a ';' in a path parameter.
     */
    matrixParameters?: boolean;
  };
  /**
   * Operations that need settings of their own. Every operation of the OpenAPI file has a route; the gateway rejects all other calls.
   *
   * Items: Route of one operation.
   */
  routes?: {
    operation: Operation;
    /**
     * Whether the response is a stream: it is passed on without buffering and cannot be masked.
     */
    streaming?: boolean;
    /**
     * Whether partners can call the operation.
     */
    exposed?: boolean;
    /**
     * Scopes required by the operation: a list of scopes, or `none`. If the OpenAPI file requires scopes, these are required in addition, and `none` is an error unless the file itself makes scopes optional.
     */
    scopes?: 'none' | Scope[];
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
    operations: Operation[];
  };
  /**
   * Policies that apply to every call, by name.
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
   * Changes by version, newest first.
   *
   * Items: One version.
   */
  changelog?: {
    version: ApiVersion;
    date: Day;
    /**
     * Changes, one sentence each.
     */
    changes: Text[];
  }[];
  /**
   * Partners who help to design it.
   */
  designPartners?: Name[];
  /**
   * Who may subscribe to it while it is a preview; by default, every partner who may see it.
   */
  audience?: {
    /**
     * Accreditation levels: names of the `levels` of the Programme. Partners with a level of a higher rank are included.
     */
    levels?: Name[];
    /**
     * Partners.
     */
    partners?: Name[];
  };
  /**
   * Certifications of the API itself.
   *
   * Items: A certification.
   */
  conformance?: {
    programme: Name;
    api?: Title;
    version: ApiVersion;
    date: Day;
    link?: HttpsUrl;
  }[];
}

export interface Labels {
  /**
   * Value of the label.
   */
  [k: string]: string;
}

export interface Sla {
  availability?: Percent;
  /**
   * Maximum response time, by percentile.
   */
  latency?: {
    p50?: Duration;
    p95?: Duration;
    p99?: Duration;
  };
  errorRate?: Percent;
  /**
   * Outcomes that count as bad. By default, server-error and timeout. A call that the gateway refuses because of the caller (4xx, 429) never counts.
   *
   * Items: An outcome.
   */
  bad?: ('server-error' | 'gateway-error' | 'timeout')[];
  minimumCalls?: Calls;
  /**
   * What does not count.
   */
  exclusions?: {
    /**
     * Announced maintenance.
     */
    maintenance?: {
      notice: Duration;
      perMonth?: Duration;
    };
    /**
     * Causes that do not count.
     */
    causes?: Title[];
  };
  /**
   * Service credits: what the partner gets back if the availability of a month is lower than promised.
   */
  credits?: {
    /**
     * Steps, the highest availability first. The last step that applies counts.
     *
     * Items: A step.
     */
    steps: {
      below: Percent;
      credit: Percent;
    }[];
    cap: Percent;
    /**
     * Whether credits are granted automatically or only if the partner claims them; by default, automatically.
     */
    granted?: 'automatic' | 'on-claim';
  };
}

export interface Limits {
  second?: Calls;
  minute?: Calls;
  hour?: Calls;
}

export interface Credentials {
  /**
   * Client ID at the identity provider: printable ASCII (RFC 6749), exactly as in the tokens. If the application signs its own tokens, the client ID is the value of 'iss'.
   */
  clientId: string;
  /**
   * Public keys of an application that signs its own tokens; register several during a rotation. Each token needs the header 'kid', the RFC 7638 thumbprint of its key, and the claims 'iss' (the client ID), 'aud', 'exp' and 'nbf'.
   *
   * Items: A public key in JWK or PEM format.
   */
  keys?: (
    | {
        jwk: Jwk;
        algorithm?: Algorithm;
      }
    | {
        /**
         * A public key in PEM format: PUBLIC KEY (SubjectPublicKeyInfo) or RSA PUBLIC KEY (PKCS #1).
         */
        pem: string;
        algorithm?: Algorithm;
      }
  )[];
  /**
   * Client certificates for mutual TLS; register several during a rotation.
   *
   * Items: A client certificate, identified by its subject, its thumbprint or both.
   */
  certificates?: {
    /**
     * Subject, in the format of OpenSSL, nginx, Java or RFC 4514. With slashes, as `-nameopt compat` prints it, the attributes are in the order of the certificate; in a comma-separated list, either end may come first.
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
   * Key ID. In a token policy, it is the 'kid' in the header of tokens. The gateway finds an application's key by its RFC 7638 thumbprint (SHA-256), which tokens must have as 'kid'; any other value here has no effect.
   */
  kid?: string;
  /**
   * Intended use of the key.
   */
  use?: 'sig';
  alg?: Algorithm;
  /**
   * Operations of the key, including verify.
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
   * Granted scopes, among those that the API's operations require. By default, the subscription grants no scopes, which is enough for operations that require none.
   */
  scopes?: Scope[];
  purpose?: Purpose;
  legalBasis?: LegalBasis;
  /**
   * OAuth 2.0 grant types that the application may use.
   */
  grantTypes?: GrantType[];
  /**
   * Environments in which the subscription is valid; by default, all in which the application has credentials.
   */
  environments?: Name[];
  approval?: Approval;
  start?: Day;
  end?: Day;
}

export interface Approval {
  status: Tmf931ApprovalStatus;
  on?: Day;
  by?: Decider;
  reason?: Text;
}

export interface ApplicationDefinition {
  name: Name;
  renamedFrom?: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
  onBehalfOf?: Name;
  useCase?: Text;
  commercialName?: Title;
  category?: Tmf931ApplicationCategory;
  logo?: HttpsUrl;
  website?: HttpsUrl;
  privacyPolicy?: HttpsUrl;
  approval?: Approval;
  suspended?: Suspended;
  /**
   * Redirect URIs to which users return, and addresses that receive notifications.
   */
  callbackUrls?: RedirectUri[];
  /**
   * Credentials of the application, by environment.
   */
  credentials?: {
    [k: string]: Credentials;
  };
  /**
   * Subscriptions to APIs.
   */
  subscriptions?: Subscription[];
}

export interface Suspended {
  since: Day;
  by: Decider;
  reason: Text;
}

export interface Application {
  /**
   * Kind of this document.
   */
  kind: 'Application';
  name: Name;
  renamedFrom?: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
  partner: Name;
  onBehalfOf?: Name;
  useCase?: Text;
  commercialName?: Title;
  category?: Tmf931ApplicationCategory;
  logo?: HttpsUrl;
  website?: HttpsUrl;
  privacyPolicy?: HttpsUrl;
  approval?: Approval;
  suspended?: Suspended;
  /**
   * Redirect URIs to which users return, and addresses that receive notifications.
   */
  callbackUrls?: RedirectUri[];
  /**
   * Credentials of the application, by environment.
   */
  credentials?: {
    [k: string]: Credentials;
  };
  /**
   * Subscriptions to APIs.
   */
  subscriptions?: Subscription[];
}

export interface AuditPolicy {
  /**
   * Kind of this document.
   */
  kind: 'AuditPolicy';
  name: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
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
  queueSize?: number;
}

export interface Quota {
  day?: Calls;
  month?: Calls;
}

export interface Contact {
  /**
   * Role of the contact.
   */
  role: 'business' | 'technical' | 'security' | 'privacy' | 'legal' | 'billing' | 'support';
  email: Email;
  phone?: Phone;
}

export interface ConsentPolicy {
  /**
   * Kind of this document.
   */
  kind: 'ConsentPolicy';
  name: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
  /**
   * Allowed purposes.
   */
  purposes: Purpose[];
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
      [k: string]: HttpUrl;
    };
    authorization?: VaultReference;
    /**
     * The operator's endpoint for tokens without the scope `consent-info:retrieve`, with source consent-info. By default, such calls are rejected.
     */
    otherwise?: {
      /**
       * Addresses of the operator's endpoint, by environment.
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

export interface ContractTemplate {
  /**
   * Kind of this document.
   */
  kind: 'ContractTemplate';
  name: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
  /**
   * Versions of the template. Keep a version as long as a contract has it.
   */
  versions: {
    /**
     * A version of the template.
     */
    [k: string]: {
      effective: Day;
      retired?: Day;
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
          sha256: Digest;
        };
      };
      /**
       * Notice that the operator gives before a change.
       */
      notice: {
        price: Duration;
        terms?: Duration;
        deprecation: Duration;
        termination: Duration;
      };
      /**
       * Upper bounds.
       */
      caps?: {
        credits: Percent;
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
      resellerLeaves?: 'after-notice' | 'at-once';
    };
  };
}

export interface Environment {
  /**
   * Kind of this document.
   */
  kind: 'Environment';
  name: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
  /**
   * Stage of the environment. Partners that are not yet approved are served in sandboxes only; draft APIs are not served at all.
   */
  stage: 'sandbox' | 'staging' | 'production';
  /**
   * Whether the environment is only for trials: quotas may be lost on a restart, and http and unverified upstream certificates are allowed.
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
     * Version of Kong: major and minor, in quotes.
     */
    version: string;
    /**
     * Plugins on Enterprise: Gatewright's, as on open-source Kong (portable), or Enterprise's own (native).
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
   * Protocols under which the APIs are served; http is allowed in trial environments only.
   *
   * Items: A protocol.
   */
  protocols?: ('https' | 'http')[];
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
        endpoint?: HttpUrl;
      }
    | {
        /**
         * The type.
         */
        type: 'http';
        address: HttpsUrl;
        /**
         * Whether the server supports locking.
         */
        lock?: boolean;
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
        schema?: string;
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
         * Whether the connection is encrypted; if so, the certificate is verified.
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
     * Certificate in PEM format.
     */
    certificate: string;
  }[];
  /**
   * Destination of audit records.
   */
  audit?: {
    endpoint?: HttpUrl;
    authorization?: VaultReference;
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
    upstreams: HostPattern[];
  };
}

export interface ErrorPolicy {
  /**
   * Kind of this document.
   */
  kind: 'ErrorPolicy';
  name: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
  /**
   * Error model: CAMARA's {status, code, message}.
   */
  model: 'camara';
  /**
   * Header with the correlation ID; the gateway validates it, returns it, or generates one.
   */
  correlator?: string;
  /**
   * Handling of server errors from the upstream: pass them on, or replace them with the error model.
   */
  upstreamErrors?: 'pass' | 'replace';
}

export interface MaskingPolicy {
  /**
   * Kind of this document.
   */
  kind: 'MaskingPolicy';
  name: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
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
    operations?: Operation[];
    /**
     * Tiers to which the rule applies; by default, all.
     */
    tiers?: Name[];
    /**
     * Purposes to which the rule applies; by default, all.
     */
    purposes?: Purpose[];
  }[];
  maxBody?: Size;
  /**
   * Handling of a response that is compressed, too large or not JSON: answer 502 (block) or pass it on unchanged (pass).
   */
  unreadable?: 'block' | 'pass';
}

export interface MetricsPolicy {
  /**
   * Kind of this document.
   */
  kind: 'MetricsPolicy';
  name: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
  /**
   * Whether metrics are collected per application, which costs memory if there are many partners.
   */
  perConsumer?: boolean;
  /**
   * Number of calls by status code.
   */
  status?: boolean;
  /**
   * Latency of calls.
   */
  latency?: boolean;
  /**
   * Bytes received and sent.
   */
  bandwidth?: boolean;
  /**
   * Health of upstreams.
   */
  upstreamHealth?: boolean;
}

export interface MtlsPolicy {
  /**
   * Kind of this document.
   */
  kind: 'MtlsPolicy';
  name: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
  /**
   * The property of the certificate that must be registered for the application.
   */
  registered?: 'subject' | 'thumbprint' | 'subject-and-thumbprint';
  /**
   * Whether the token must be bound to the certificate (RFC 8705 'cnf'): always, or only checked if the token has 'cnf'.
   */
  boundTokens?: 'required' | 'when-present';
  /**
   * Accepted client CAs, by name; by default, all of the environment's.
   */
  clientCas?: Name[];
}

export interface Partner {
  /**
   * Kind of this document.
   */
  kind: 'Partner';
  name: Name;
  renamedFrom?: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
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
    name: Title;
    tradingName?: Title;
    type?: Tmf931OrganizationType;
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
      id: Title;
      type: Title;
      authority?: Title;
      issued?: Day;
    }[];
    taxNumber?: Title;
    country: Country;
    address?: Text;
    website?: HttpsUrl;
    privacyPolicy?: HttpsUrl;
  };
  industry?: Title;
  /**
   * Countries in which its applications are used.
   */
  countries?: Country[];
  /**
   * How the partner came to the programme.
   */
  origin?: 'self-service' | 'sales' | 'referral' | 'reseller' | 'event' | 'migration';
  /**
   * Who referred the partner.
   */
  referral?: {
    by: Name;
    on?: Day;
  };
  reseller?: Name;
  owner: Name;
  /**
   * The operator's teams that represent it towards the partner, by role, in addition to the owner.
   */
  representatives?: {
    'account-management'?: Name;
    'executive-sponsor'?: Name;
    marketing?: Name;
    legal?: Name;
    technical?: Name;
    support?: Name;
  };
  /**
   * Contacts: role mailboxes, never persons.
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
      by: Decider;
      digest?: Digest;
    };
    end?: Day;
    /**
     * Versions of the terms of a tier that stay in force for this partner until a day, although the tier has a newer one.
     *
     * Items: A version of the terms of a tier.
     */
    terms?: {
      tier: Name;
      version: Version;
      until: Day;
    }[];
    /**
     * Prices and service levels that this partner has instead of those of a tier. Limits cannot deviate: define a tier with `partners`.
     *
     * Items: A deviation.
     */
    deviations?: {
      tier: Name;
      price?: PriceItems;
      sla?: Sla;
      from: Day;
      to?: Day;
      reason: Text;
      approvedBy: Decider;
    }[];
  };
  approval: Approval;
  suspended?: Suspended;
  /**
   * Evidence that the partner meets the requirements of tiers.
   *
   * Items: A piece of evidence.
   */
  evidence?: {
    requirement: Name;
    document: Title;
    issued: Day;
    end?: Day;
    confirmedBy?: Decider;
  }[];
  /**
   * What the partner has agreed to do.
   *
   * Items: An obligation.
   */
  obligations?: {
    title: Title;
    due: Day;
    /**
     * When it was done, and the proof.
     */
    fulfilled?: {
      on: Day;
      document: Title;
    };
  }[];
  /**
   * Accreditation level in the partner programme.
   */
  accreditation?: {
    level: Name;
    since: Day;
    end?: Day;
  };
  /**
   * Badges shown in the portal: names of the `badges` of the Programme.
   */
  badges?: Name[];
  logo?: HttpsUrl;
  /**
   * Whether the portal may present the partner as a reference customer.
   */
  showcase?: boolean;
  /**
   * Applications of the partner.
   */
  applications?: ApplicationDefinition[];
}

export interface PriceItems {
  [k: string]: PriceItem;
}

export interface PriceStep {
  upTo?: Calls;
  price: Money;
}

export interface PriceDefinition {
  freeUntil?: Day;
  /**
   * What happens to calls beyond the quota: they are refused, or billed, in which case the gateway does not enforce the quota.
   */
  overage?: 'refuse' | 'bill';
  items: PriceItems;
}

export interface Programme {
  /**
   * Kind of this document.
   */
  kind: 'Programme';
  name: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
  /**
   * Format of the catalog.
   */
  format: 1;
  /**
   * The operator: the company whose programme this is.
   */
  operator: {
    name: Title;
    country: Country;
    website?: HttpsUrl;
  };
  purpose: Text;
  /**
   * Contacts of the programme: role mailboxes, never persons.
   */
  contacts: Contact[];
  currency: Currency;
  /**
   * Languages of contracts and of the portal, the main one first.
   */
  languages: Language[];
  /**
   * Teams that decide, by role.
   */
  roles?: {
    security?: Name;
    privacy?: Name;
    legal?: Name;
    finance?: Name;
    'partner-management'?: Name;
    platform?: Name;
  };
  /**
   * What partners may have to prove, by name. Tiers and levels refer to these requirements.
   */
  requirements?: {
    /**
     * A requirement.
     */
    [k: string]: {
      title: Title;
      description?: Text;
      proof: Text;
      /**
       * Role of the operator that confirms the evidence.
       */
      confirmedBy: 'security' | 'privacy' | 'legal' | 'finance' | 'partner-management' | 'platform';
      validFor?: Duration;
      fee?: Money;
    };
  };
  /**
   * Accreditation levels of partners, by name.
   */
  levels?: {
    /**
     * A level.
     */
    [k: string]: {
      title: Title;
      /**
       * Order of the levels: the higher, the better.
       */
      rank: number;
      /**
       * Requirements that a partner must meet: names of `requirements`.
       */
      requires?: Name[];
      /**
       * What a partner must reach in a period.
       */
      thresholds?: {
        period: Duration;
        calls?: Calls;
        revenue?: Money;
      };
      /**
       * What a partner gets.
       */
      benefits?: Title[];
    };
  };
  /**
   * Badges of partners, by name.
   */
  badges?: {
    /**
     * A badge.
     */
    [k: string]: {
      title: Title;
      description?: Text;
      image?: HttpsUrl;
      /**
       * What a partner must have to get it; without a rule, the operator awards it as it sees fit.
       */
      rule?: {
        level?: Name;
        requirement?: Name;
      };
      end?: Day;
    };
  };
  /**
   * Amounts that do not come from counted calls, by name. Shares of prices refer to them.
   */
  feeds?: {
    /**
     * An amount.
     */
    [k: string]: {
      title: Title;
      /**
       * Where it comes from: a file that a team delivers (`external`), or the statements of the partners that the partner resells to (`resale`) or has referred (`referrals`).
       */
      source: 'external' | 'resale' | 'referrals';
      owner?: Name;
    };
  };
  /**
   * Targets of the programme, by day.
   *
   * Items: Targets for one day.
   */
  targets?: {
    by: Day;
    /**
     * Partners with access in production.
     */
    activePartners?: number;
    /**
     * Partners that are an anchor of a live use case.
     */
    anchorPartners?: number;
    /**
     * Use cases that are live.
     */
    liveUseCases?: number;
    /**
     * Published APIs.
     */
    publishedApis?: number;
    revenue?: Money;
  }[];
  /**
   * The developer portal.
   */
  portal?: {
    url: HttpsUrl;
  };
}

export interface RateLimitPolicy {
  /**
   * Kind of this document.
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
   * Kind of this document.
   */
  kind: 'Team';
  name: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
  email: Email;
  chat?: HttpsUrl;
  onCall?: HttpsUrl;
  /**
   * What the team does in the programme. General support may not own partners or APIs.
   */
  function?:
    | 'api-product'
    | 'platform'
    | 'partner-management'
    | 'developer-relations'
    | 'security'
    | 'privacy'
    | 'legal'
    | 'finance'
    | 'marketing'
    | 'general-support';
  phone?: Phone;
  /**
   * The team on Git hosts, for approvals.
   */
  handles?: {
    /**
     * A team on GitHub: '@org/team'.
     */
    github?: string;
    /**
     * A group on GitLab: '@group' or '@group/subgroup'.
     */
    gitlab?: string;
  };
}

export interface Tier {
  /**
   * Kind of this document.
   */
  kind: 'Tier';
  name: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
  /**
   * Status: the terms of a draft can change freely, the terms of an active tier are sealed, and an archived tier accepts no new subscriptions.
   */
  status: 'draft' | 'active' | 'archived';
  version: Version;
  sealed?: Seal;
  /**
   * Seals of earlier versions, the newest first, as long as something may still be owed under their terms.
   */
  previous?: Seal[];
  limits?: Limits;
  quota?: Quota;
  /**
   * Different limits for one API or one of its operations.
   *
   * Items: Limits that replace those of the tier for one API or operation; windows that are not listed keep the tier's limit.
   */
  overrides?: {
    api: Name;
    operation?: Operation;
    limits?: Limits;
    quota?: Quota;
  }[];
  sla?: Sla;
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
    response?: Duration;
  };
  price?: PriceDefinition;
  /**
   * Whether a subscription requires the operator's approval outside sandboxes.
   */
  approval?: 'automatic' | 'required';
  /**
   * Requirements that a partner must meet to use the tier in production: names of the `requirements` of the Programme.
   */
  requires?: Name[];
  /**
   * Partners for whom the tier was negotiated; no one else may use it. By default, it is open to all.
   */
  partners?: Name[];
  /**
   * Further benefits of the tier, for the portal.
   */
  benefits?: Title[];
}

export interface TokenPolicy {
  /**
   * Kind of this document.
   */
  kind: 'TokenPolicy';
  name: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
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
      jwksUri?: HttpUrl;
      /**
       * Public keys of the issuer, if the gateway does not fetch them.
       */
      keys?: Jwk[];
      /**
       * Audience ('aud') of tokens for this environment, compared character by character; it must differ between environments.
       */
      audience: string;
    };
  };
  /**
   * Accepted signature algorithms.
   */
  algorithms?: Algorithm[];
  /**
   * Accepted values of the token's 'typ' header. Case and the prefix 'application/' are ignored.
   *
   * Items: A type.
   */
  types?: string[];
  /**
   * Claim with the client ID, in tokens that the identity provider signs.
   */
  clientClaim?: string;
  clockSkew?: Duration;
  maximumExpiration?: Duration;
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
  name: Name;
  title: Title;
  description?: Text;
  labels?: Labels;
  problem: Text;
  /**
   * APIs that it uses.
   */
  apis: Name[];
  /**
   * Partners that take part.
   *
   * Items: A partner that takes part.
   */
  partners?: {
    partner: Name;
    /**
     * Whether it is an anchor: a partner that the use case is developed with and that others will follow.
     */
    anchor?: boolean;
  }[];
  /**
   * Stage.
   */
  stage: 'idea' | 'co-design' | 'pilot' | 'live' | 'ended';
  owner: Name;
  businessCase?: Title;
}

/** The document of each kind. */
export interface Documents {
  Api: Api;
  Application: Application;
  AuditPolicy: AuditPolicy;
  ConsentPolicy: ConsentPolicy;
  ContractTemplate: ContractTemplate;
  Environment: Environment;
  ErrorPolicy: ErrorPolicy;
  MaskingPolicy: MaskingPolicy;
  MetricsPolicy: MetricsPolicy;
  MtlsPolicy: MtlsPolicy;
  Partner: Partner;
  Programme: Programme;
  RateLimitPolicy: RateLimitPolicy;
  Team: Team;
  Tier: Tier;
  TokenPolicy: TokenPolicy;
  UseCase: UseCase;
}

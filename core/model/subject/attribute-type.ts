interface AttributeType {
  /** OpenSSL's short form, which nginx's `$ssl_client_s_dn` uses too. */
  readonly name: string;
  readonly oid: string;
  /** Other names in use: RFC 4519, OpenSSL's long form, Java, Windows. */
  readonly aliases: readonly string[];
}

const type = (name: string, oid: string, ...aliases: readonly string[]): AttributeType => ({ name, oid, aliases });

/** The attribute types that OpenSSL has a name for. */
const TYPES: readonly AttributeType[] = [
  type('CN', '2.5.4.3', 'commonName'),
  type('SN', '2.5.4.4', 'surname'),
  type('serialNumber', '2.5.4.5'),
  type('C', '2.5.4.6', 'countryName'),
  type('L', '2.5.4.7', 'localityName'),
  type('ST', '2.5.4.8', 'stateOrProvinceName', 'S', 'SP'),
  type('street', '2.5.4.9', 'streetAddress'),
  type('O', '2.5.4.10', 'organizationName'),
  type('OU', '2.5.4.11', 'organizationalUnitName'),
  type('title', '2.5.4.12', 'T'),
  type('description', '2.5.4.13'),
  type('businessCategory', '2.5.4.15'),
  type('postalAddress', '2.5.4.16'),
  type('postalCode', '2.5.4.17'),
  type('postOfficeBox', '2.5.4.18'),
  type('telephoneNumber', '2.5.4.20'),
  type('name', '2.5.4.41'),
  type('GN', '2.5.4.42', 'givenName', 'G'),
  type('initials', '2.5.4.43', 'I'),
  type('generationQualifier', '2.5.4.44', 'generation'),
  type('x500UniqueIdentifier', '2.5.4.45'),
  type('dnQualifier', '2.5.4.46', 'DNQ'),
  type('houseIdentifier', '2.5.4.51'),
  type('dmdName', '2.5.4.54'),
  type('pseudonym', '2.5.4.65'),
  type('role', '2.5.4.72'),
  type('organizationIdentifier', '2.5.4.97'),
  type('UID', '0.9.2342.19200300.100.1.1', 'userId'),
  type('mail', '0.9.2342.19200300.100.1.3', 'rfc822Mailbox'),
  type('DC', '0.9.2342.19200300.100.1.25', 'domainComponent'),
  // OpenSSL's short form is 'uid', which is UID (userId) everywhere else: partner-mtls uses the long form.
  type('uniqueIdentifier', '0.9.2342.19200300.100.1.44'),
  type('emailAddress', '1.2.840.113549.1.9.1', 'email', 'E'),
  type('unstructuredName', '1.2.840.113549.1.9.2'),
  type('unstructuredAddress', '1.2.840.113549.1.9.8'),
  type('jurisdictionL', '1.3.6.1.4.1.311.60.2.1.1', 'jurisdictionLocalityName'),
  type('jurisdictionST', '1.3.6.1.4.1.311.60.2.1.2', 'jurisdictionStateOrProvinceName'),
  type('jurisdictionC', '1.3.6.1.4.1.311.60.2.1.3', 'jurisdictionCountryName'),
];

const BY_NAME: ReadonlyMap<string, string> = new Map(
  TYPES.flatMap(({ name, oid, aliases }) => [name, oid, ...aliases].map((word) => [word.toLowerCase(), name])),
);

const OID = /^(?:0|1|2)(?:\.(?:0|[1-9][0-9]*))+$/;

/** A type of attribute: one that OpenSSL has a name for, or a number. */
export type TypeName = { readonly named: string } | { readonly oid: string };

/** The attribute type with a name or number; undefined if it is unknown or ambiguous. */
export function attributeType(written: string): TypeName | undefined {
  // OpenSSL prints uniqueIdentifier like this; everybody else means userId.
  if (written === 'uid') return undefined;
  const plain = written.replace(/^oid\./i, '');
  const named = BY_NAME.get(plain.toLowerCase());
  if (named !== undefined) return { named };
  return OID.test(plain) ? { oid: plain } : undefined;
}

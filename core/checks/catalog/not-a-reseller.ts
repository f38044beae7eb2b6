import { type ApplicationEntry, type Catalog, describeApplication, type Named, type Partner } from '../../model';
import { type Check, type Found, found } from '../check';

const RESELLER_TYPES: readonly Partner['type'][] = ['reseller', 'white-label'];
const TYPES = `resellers have the type ${RESELLER_TYPES.join(' or ')}`;

export const notAReseller: Check<'not-a-reseller'> = {
  code: 'not-a-reseller',
  severity: 'error',
  per: 'catalog',
  summary:
    'The reseller of a partner, or the partner that runs an application on behalf of another one, is not of type `reseller` or `white-label`; or an application is on behalf of its own partner.',
  rationale: 'only partners of these types have agreed to be responsible for the partners that they sell to',
  fix: 'Correct the type of the reseller, name another partner, or remove `onBehalfOf`.',
  waivable: false,
  examples: {
    avoid: `kind: Partner
name: globex
type: agency
`,
    prefer: `kind: Partner
name: globex
type: reseller
`,
  },
  *find({ catalog }) {
    yield* ofPartners(catalog.partners);
    for (const application of catalog.applications.values()) yield* ofApplication(application, catalog);
  },
};

function* ofPartners(partners: Named<Partner>): Iterable<Found> {
  for (const partner of partners.values()) {
    const reseller = partners.get(partner.value.reseller ?? '');
    if (!reseller || RESELLER_TYPES.includes(reseller.value.type)) continue;
    yield found(
      partner.at(['reseller']),
      `partner '${reseller.name}' is the reseller of '${partner.name}', but its type is ${reseller.value.type}`,
      `${TYPES}; correct the type of '${reseller.name}', or name another reseller`,
    );
  }
}

function* ofApplication(application: ApplicationEntry, { partners }: Pick<Catalog, 'partners'>): Iterable<Found> {
  const { partner, value } = application;
  const owner = partners.get(value.onBehalfOf ?? '');
  if (owner === partner) {
    yield found(
      application.at(['onBehalfOf']),
      `${describeApplication(application)} is on behalf of its own partner`,
      'remove `onBehalfOf`, or name the partner for whom the application is run',
    );
  } else if (owner && !RESELLER_TYPES.includes(partner.value.type)) {
    yield found(
      application.at(['onBehalfOf']),
      `partner '${partner.name}' runs application '${application.name}' on behalf of '${owner.name}', but its type is ${partner.value.type}`,
      `${TYPES}; correct the type of '${partner.name}', or remove \`onBehalfOf\``,
    );
  }
}

import type { CatalogCopy } from './catalog-copy';
import { ENVIRONMENT } from './environment';
import { addExtraDocuments, type ExtraPartner } from './extra-documents';
import { type Grant, grantsIn } from './grant';

/** The partners of a run, as in their current documents. */
export class ExtraPartners {
  #partners: readonly ExtraPartner[];
  /** The grant that every partner gets. */
  readonly template: Grant;

  /**
   * Writes their documents, with the grant of an application that needs neither a user nor a certificate. Without partners, the
   * tiers and the API's limits remain those of the catalog.
   *
   * @throws Error if the catalog has no such application
   */
  constructor(
    private readonly copy: CatalogCopy,
    asOf: string,
    partners: readonly ExtraPartner[],
  ) {
    const template = grantsIn(copy.load(), ENVIRONMENT, asOf).find(
      ({ partnerSigned, mtls, userContext }) => !partnerSigned && !mtls && userContext !== 'three-legged',
    );
    if (!template)
      throw new Error(
        `the catalog grants no application an API in '${ENVIRONMENT}' that requires neither a user nor mTLS`,
      );
    this.template = template;
    this.#partners = partners;
    if (partners.length > 0) this.#write();
  }

  /** Changes the documents of one partner. */
  change(name: string, change: Partial<Omit<ExtraPartner, 'name'>>): void {
    this.#partners = this.#partners.map((one) => (one.name === name ? { ...one, ...change } : one));
    this.#write();
  }

  #write(): void {
    addExtraDocuments(this.copy, this.copy.load(), this.template, this.#partners);
  }
}

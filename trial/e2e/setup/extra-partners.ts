import type { CatalogCopy } from './catalog-copy';
import { ENVIRONMENT } from './environment';
import { addExtraDocuments, type ExtraPartner } from './extra-documents';
import { type Grant, grantsIn } from './grant';

/** The partners of a run as their documents are now. */
export class ExtraPartners {
  #partners: readonly ExtraPartner[];
  /** The application that they are template. */
  readonly template: Grant;

  /**
   * Writes their documents, beside an application that may call without a user and without a certificate.
   *
   * @throws Error when there is none
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
      throw new Error(`no application of the catalog may call an API in '${ENVIRONMENT}' without a user and mTLS`);
    this.template = template;
    this.#partners = partners;
    this.#write();
  }

  /** Changes the documents of one of them. */
  change(name: string, change: Partial<Omit<ExtraPartner, 'name'>>): void {
    this.#partners = this.#partners.map((one) => (one.name === name ? { ...one, ...change } : one));
    this.#write();
  }

  #write(): void {
    addExtraDocuments(this.copy, this.copy.load(), this.template, this.#partners);
  }
}

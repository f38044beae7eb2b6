/** What can be said of the Api document. */
export interface PetsApi {
  /** @default './openapi.yaml' */
  readonly openapi?: string;
  /** @default '/pets/v1' */
  readonly basePath?: string;
}

/** An Api document whose OpenAPI file is what a test is about; lines may be added to it. */
export const petsApi = ({ openapi = './openapi.yaml', basePath = '/pets/v1' }: PetsApi = {}): string => `kind: Api
name: pets
title: Pets
domain: general
owner: team
version: 1.0.0
basePath: ${basePath}
openapi: ${openapi}
lifecycle: published
criticality: low
personalData: false
visibility: public
tiers: [free]
upstreams: { sandbox: { url: https://pets.internal } }
policies: { token: idp, errors: camara }
`;

/** How its OpenAPI file begins. */
export const HEAD = 'openapi: 3.1.0\ninfo: { title: Pets, version: 1.0.0 }\n';

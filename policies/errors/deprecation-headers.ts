import type { Api } from '../../core/model';

/** A response header. */
export type Header = { readonly name: string; readonly value: string };

/** The fields of an API that determine its deprecation headers. */
export type DeprecatedApi = Pick<Api, 'lifecycle' | 'deprecation'>;

/**
 * The headers that announce a deprecation: Deprecation (RFC 9745), Sunset (RFC 8594; the last second of the last day of service), and
 * links to the documentation and the successor. Empty if the API is not deprecated.
 *
 * @param successor the API that replaces it
 */
export function deprecationHeaders(
  { lifecycle, deprecation }: DeprecatedApi,
  successor?: Pick<Api, 'basePath'>,
): readonly Header[] {
  if (lifecycle !== 'deprecated' || !deprecation) return [];
  const { announced, sunset, link } = deprecation;
  return [
    ...(announced === undefined ? [] : [{ name: 'Deprecation', value: `@${Date.parse(announced) / 1000}` }]),
    ...(sunset === undefined ? [] : [{ name: 'Sunset', value: new Date(`${sunset}T23:59:59Z`).toUTCString() }]),
    ...(link === undefined ? [] : [{ name: 'Link', value: `<${link}>; rel="deprecation"; type="text/html"` }]),
    ...(successor === undefined ? [] : [{ name: 'Link', value: `<${successor.basePath}>; rel="successor-version"` }]),
  ];
}

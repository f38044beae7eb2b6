import type { Api } from '../../core/model';

/** A response header. */
export type Header = { readonly name: string; readonly value: string };

/** What the headers of a deprecated API depend on. */
export type DeprecatedApi = Pick<Api, 'lifecycle' | 'deprecation'>;

/**
 * The headers by which a deprecated API says so: Deprecation (RFC 9745), Sunset (RFC 8594; the last second of the last day of
 * service), and links to the page that helps and to the successor. None while it is not deprecated.
 *
 * @param successor the API that takes its place
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

import { type Check, error, warning } from './check';

/** A deprecated API says since when, and until when it is served. */
export const deprecationMissing: Check = {
  code: 'deprecation-missing',
  *find({ catalog }) {
    for (const api of catalog.apis.values()) {
      const { lifecycle, deprecation } = api.value;
      if (lifecycle !== 'deprecated') continue;
      if (!deprecation) {
        const hint = 'add `deprecation` with notice, announced and sunset';
        yield error(api.at(['lifecycle']), `api '${api.name}' is deprecated without a deprecation policy`, hint);
      } else if (deprecation.announced === undefined) {
        const hint = 'add `announced`, the day on which partners were told';
        yield error(
          api.at(['deprecation'], 'key'),
          `api '${api.name}' is deprecated without the day of the announcement`,
          hint,
        );
      } else if (deprecation.sunset === undefined) {
        const hint = 'add `sunset`, the last day of service';
        yield warning(
          api.at(['deprecation'], 'key'),
          `api '${api.name}' is deprecated without a last day of service`,
          hint,
        );
      }
    }
  },
};

import { type Check, warning } from './check';

/** An API whose last day has passed is retired. A warning, for a day that passes must not stop work on everything else. */
export const sunsetPassed: Check = {
  code: 'sunset-passed',
  *find({ catalog, asOf }) {
    for (const api of catalog.apis.values()) {
      const { lifecycle, deprecation } = api.value;
      if (deprecation?.sunset === undefined || asOf <= deprecation.sunset) continue;
      if (lifecycle !== 'deprecated' && lifecycle !== 'published') continue;
      yield warning(
        api.at(['deprecation', 'sunset']),
        `api '${api.name}' is still served, though its last day was ${deprecation.sunset}`,
        'write `lifecycle: retired` to stop serving it, or announce a later sunset',
      );
    }
  },
};

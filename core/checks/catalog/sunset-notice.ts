import { addToDay } from '../../model';
import { type Check, error } from './check';

/** An API is not switched off before the notice that was promised has passed. */
export const sunsetNotice: Check = {
  code: 'sunset-notice',
  *find({ catalog }) {
    for (const api of catalog.apis.values()) {
      const { notice, announced, sunset } = api.value.deprecation ?? {};
      if (notice === undefined || announced === undefined || sunset === undefined) continue;
      const earliest = addToDay(announced, notice);
      if (earliest <= sunset) continue;
      yield error(
        api.at(['deprecation', 'sunset']),
        `sunset of api '${api.name}' on ${sunset} is earlier than ${notice} after its announcement on ${announced}`,
        `write ${earliest} or a later day`,
      );
    }
  },
};

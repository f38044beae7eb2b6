import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { targetOf } from '../../policies';
import { loadFiles } from '../support/catalog';
import { MISSING_SCHEMAS, problemsOfKong } from './support/kong-schemas';
import { problemsOfPortable } from './support/portable-schemas';
import { FILES } from './support/programme';
import { groupPlugins, served, servicePlugins } from './support/served';

const FOLDER = path.join(__dirname, '../../../shared/data/camara');
const missing = existsSync(FOLDER) ? undefined : "CAMARA's definitions are not next to the repository";

const definitions = missing
  ? ['any definition']
  : readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
      // Files with common definitions do not describe APIs.
      .filter((file) => /\.ya?ml$/.test(file) && !file.includes('common'))
      .sort();

(missing ? describe.skip : describe)(`an API that CAMARA defines${missing ? ` (skipped: ${missing})` : ''}`, () => {
  test.each(definitions)('%s compiles to settings that every plugin accepts', (file) => {
    const { catalog } = loadFiles({ ...FILES, 'openapi.yaml': readFileSync(path.join(FOLDER, file), 'utf8') });
    const api = catalog.apis.get('sim-swap');
    if (!api) throw new Error('the definition was not loaded');
    expect(api.definition.operations).not.toEqual([]);
    for (const environment of catalog.environments.values()) {
      const gateway = targetOf(environment.value)?.gateway;
      if (!gateway) throw new Error('no such gateway');
      const input = served(catalog, api, environment.value);
      for (const settings of [...servicePlugins(input), ...groupPlugins(input)]) {
        const isPortable = settings.plugin.startsWith('partner-');
        if (isPortable) expect(problemsOfPortable(settings)).toEqual([]);
        else if (!MISSING_SCHEMAS) expect(problemsOfKong(settings.plugin, gateway, settings.config)).toEqual([]);
      }
    }
  });
});

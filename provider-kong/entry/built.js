const { existsSync } = require('node:fs');
const { join } = require('node:path');

/**
 * Loads a compiled file of this package.
 * Bindings are generated when the workspace is prepared and are not in Git: a clone that was installed with
 * `--ignore-scripts` has none. That ends here, in one error with the code `bindings-missing`, instead of Node's
 * "cannot find module" from somewhere inside a construct.
 *
 * @param {string} file path inside this package, for example `lib/index.js`
 */
exports.built = (file) => {
  const path = join(__dirname, '..', file);
  if (existsSync(path)) return require(path);
  const message = `the bindings of @cdktf/provider-kong have not been generated (no ${file}); run 'npm run build -w provider-kong' in the clone, or install the package again`;
  throw Object.assign(new Error(message), { code: 'bindings-missing' });
};

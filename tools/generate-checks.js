/** Writes docs/checks.md from the checks. A test compares the two. */
const fs = require('node:fs');
const path = require('node:path');
const { createJiti } = require('jiti');

const root = path.join(__dirname, '..');
const jiti = createJiti(__filename);
const { ALL_CHECKS } = jiti(path.join(root, 'core', 'checks', 'index.ts'));
const { checksPage } = jiti(path.join(root, 'core', 'report', 'index.ts'));

fs.writeFileSync(path.join(root, 'docs', 'checks.md'), checksPage(ALL_CHECKS));
console.log('wrote docs/checks.md');

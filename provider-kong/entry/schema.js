const { built } = require('./built.js');

/** The provider's schema as facts, and a validator of plain Terraform JSON blocks against it. */
module.exports = built('dist/facts/index.js');

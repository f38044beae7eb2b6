const { built } = require('./built.js');

/** Every resource is a getter: `service`, `pluginAcl`, … and `provider`; its file is loaded at first use. */
module.exports = built('lib/index.js');

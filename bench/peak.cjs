const { writeFileSync } = require('node:fs');

process.on('exit', () => writeFileSync(process.env.GATEWRIGHT_BENCH_PEAK, String(process.resourceUsage().maxRSS)));

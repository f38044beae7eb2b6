/** Sources are compiled file by file by swc; types are checked by `npm run typecheck`. */
module.exports = {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' } }] },
  moduleNameMapper: { '^gatewright/(model|policies|constructs|stacks)$': '<rootDir>/$1/index.ts' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/cdktf.out/'],
  reporters: ['default', '<rootDir>/test/support/report-skipped.js'],
  testTimeout: 60_000,
};

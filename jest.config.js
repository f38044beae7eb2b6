/** swc compiles sources file by file; `npm run typecheck` checks the types. */
const shared = {
  rootDir: __dirname,
  testEnvironment: '<rootDir>/test/support/environment.js',
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' } }] },
  moduleNameMapper: {
    '^gatewright/(policies|constructs|stacks)$': '<rootDir>/$1/index.ts',
    '^gatewright/(model|load|checks|view|desired|output)$': '<rootDir>/core/$1/index.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/cdktf.out/'],
};

/** `*.slow.test.ts` install packages, start many processes or try thousands of cases; `npx jest --selectProjects quick` omits them. */
module.exports = {
  projects: [
    {
      ...shared,
      displayName: 'quick',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.slow\\.test\\.ts$'],
    },
    { ...shared, displayName: 'slow', testMatch: ['<rootDir>/test/**/*.slow.test.ts'] },
  ],
  // By default, Jest leaves one core unused, which is half of a small machine.
  maxWorkers: '100%',
  reporters: ['default', '<rootDir>/test/support/report-skipped.js'],
  testTimeout: 60_000,
};

const { TestEnvironment } = require('jest-environment-node');

/** The Node environment, which kills the processes that the tests of a file started with test/support/processes.ts. */
class Environment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.startedProcesses = new Set();
  }

  async teardown() {
    for (const child of this.global.startedProcesses) child.kill('SIGKILL');
    await super.teardown();
  }
}

module.exports = Environment;

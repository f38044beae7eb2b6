const { TestEnvironment } = require('jest-environment-node');

/** Node, and the processes that the tests of a file start with test/support/processes.ts: none outlives the file. */
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

/**
 * Says at the end of a run which tests were skipped, and why: the reason stands in their titles, which Jest prints for failures
 * only.
 */
class ReportSkipped {
  constructor(settings) {
    // Tests that a pattern on the command line leaves out are skipped for that reason alone.
    this.silent = Boolean(settings.testNamePattern);
  }

  onRunComplete(_, { testResults }) {
    const skipped = testResults.flatMap(({ testResults: tests }) =>
      tests.filter(({ status }) => status === 'pending').map(({ fullName }) => fullName),
    );
    if (this.silent || skipped.length === 0) return;
    process.stderr.write(`\nSkipped:\n${skipped.map((name) => `  ${name}\n`).join('')}`);
  }
}

module.exports = ReportSkipped;

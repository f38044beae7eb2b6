/**
 * Prints the skipped tests at the end of a run. Their titles contain the reasons, but Jest prints titles only for failed tests.
 */
class ReportSkipped {
  constructor(settings) {
    // A pattern on the command line skips tests without a reason in their titles.
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

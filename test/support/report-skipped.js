/**
 * Says at the end of a run which tests were skipped, and why: the reason stands in their titles, which Jest prints for failures
 * only.
 */
class ReportSkipped {
  onRunComplete(_, { testResults }) {
    const skipped = testResults.flatMap(({ testResults: tests }) =>
      tests.filter(({ status }) => status === 'pending').map(({ fullName }) => fullName),
    );
    if (skipped.length === 0) return;
    process.stderr.write(`\nSkipped:\n${skipped.map((name) => `  ${name}\n`).join('')}`);
  }
}

module.exports = ReportSkipped;

import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends a run with one plain line, `N passed, N failed`, that a person or a machine finds at once. A file that could
 * not even be loaded, and an error outside every test, count as one failure each.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const passed = tests.filter((test) => test.result().state === 'passed').length;
    const failed = tests.filter((test) => test.result().state === 'failed').length;
    const broken = modules.filter((module) => module.errors().length > 0).length;
    const failures = failed + broken + errors.length;
    // After every other reporter has had its say. A run that ends badly for any other reason is a failure too.
    process.once('exit', (code) => {
      console.log(`${passed} passed, ${code !== 0 && failures === 0 ? 1 : failures} failed`);
    });
  }
}

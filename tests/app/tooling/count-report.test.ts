import { describe, expect, it } from 'vitest';
import { closingLine, sum } from '../../../scripts/steps';
import { countReport, type SuiteReport } from '../../../scripts/test/suites';

const report = (given: Partial<SuiteReport>): SuiteReport => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{}, {}, {}] }],
  ...given,
});

describe('the sum of a test run', () => {
  it('counts what passed and what failed', () => {
    expect(countReport(report({}), 0)).toEqual({ passed: 3, failed: 0 });
    expect(countReport(report({ numFailedTests: 2 }), 1)).toEqual({ passed: 3, failed: 2 });
  });

  it('counts a file that could not be loaded as a failure', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(countReport(report({ testResults }), 1)).toEqual({ passed: 3, failed: 1 });
  });

  it('counts what was skipped or left for later as a failure', () => {
    expect(countReport(report({ numPendingTests: 1, numTodoTests: 1 }), 0)).toEqual({ passed: 3, failed: 2 });
  });

  it('counts an error outside tests as a failure', () => {
    expect(countReport(report({}), 1)).toEqual({ passed: 3, failed: 1 });
  });

  it('counts a run of nothing as a failure', () => {
    expect(countReport(report({ numPassedTests: 0, testResults: [] }), 0)).toEqual({ passed: 0, failed: 1 });
  });

  it('ends with one line for all parts', () => {
    const parts = [
      { passed: 6, failed: 0 },
      { passed: 100, failed: 2 },
    ];
    expect(closingLine(sum(...parts))).toBe('106 passed, 2 failed');
  });
});

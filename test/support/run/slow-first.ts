import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Whole journeys, real browsers and started servers: minutes of waiting, in files that are small. */
const slow = /\/test\/e2e\/|\.browser\.test\.tsx?$|\/test\/integration\//;

/**
 * Begins with what takes longest: vitest goes by a file's size where it has not seen a run, and would leave one worker
 * at the longest journeys when the others are done.
 */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isSlow = ({ moduleId }: TestSpecification) => slow.test(moduleId);
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
  }
}

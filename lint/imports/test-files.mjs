/** What the import rules say of a file by its name. */
export const test = String.raw`\.test\.tsx?$`;
export const testOrSupport = String.raw`(\.test\.tsx?$|^test/|/test-world\.tsx?$)`;

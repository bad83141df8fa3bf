export { openCorpus } from './corpus.ts';
export type { ErrorRate } from './error-rate.ts';
export { algorithmNames, judgeReports, runningAlgorithms } from './judge-reports.ts';
export { measureAttacks } from './measure-attacks.ts';
export { measureDocuments } from './measure-documents.ts';
export { measureFaces } from './measure-faces.ts';
export type { Report } from './report.ts';
export { makeEvaluatorKey, openEvaluatorKey, openReport, signReport } from './signed-report.ts';

import { AppError } from '../kernel/index.ts';
import { type MeasuredAlgorithms, nothingMeasured } from '../modules/assurance/index.ts';
import {
  algorithmNames,
  judgeReports,
  openReport,
  type Report,
  runningAlgorithms,
} from '../modules/evaluation/index.ts';
import { readSettingFile, type Settings } from '../platform/config/index.ts';
import type { Log } from '../platform/log/index.ts';

type Named = Pick<Settings, 'SIGNET_EVALUATION_REPORTS' | 'SIGNET_EVALUATOR_KEYS'>;

/**
 * Which automated checks count, by the signed reports that the settings name (A15, A16, A18). A report that is not what it
 * says it is ends the start; one that falls short lets its check count for nothing, and the log says why.
 */
export async function readMeasured(settings: Named, log: Log): Promise<MeasuredAlgorithms> {
  const files = settings.SIGNET_EVALUATION_REPORTS;
  if (files.length === 0) return nothingMeasured;
  const keys = await Promise.all(
    settings.SIGNET_EVALUATOR_KEYS.map((file) => readText('SIGNET_EVALUATOR_KEYS', file)),
  );
  const reports = await Promise.all(files.map((file) => readReport(file, keys)));
  const { measured, shortcomings } = judgeReports(reports, await runningAlgorithms());
  for (const [at, report] of files.entries())
    for (const check of algorithmNames) {
      const lacks = shortcomings[at]?.[check] ?? [];
      log.info(
        { report, check, lacks },
        lacks.length === 0 ? 'an automated check counts' : 'a report falls short',
      );
    }
  return measured;
}

async function readReport(file: string, keys: readonly string[]): Promise<Report> {
  const text = await readText('SIGNET_EVALUATION_REPORTS', file);
  const signature = await readText('SIGNET_EVALUATION_REPORTS', `${file}.sig`);
  const opened = openOrRefuse({ text, signature }, keys);
  if (opened.ok) return opened.value;
  throw badSetting(
    'SIGNET_EVALUATION_REPORTS',
    opened.error === 'not-a-report'
      ? `${file} is no report of this kind`
      : `${file} is not signed by a key that SIGNET_EVALUATOR_KEYS names`,
  );
}

function openOrRefuse(...[signed, keys]: Parameters<typeof openReport>): ReturnType<typeof openReport> {
  try {
    return openReport(signed, keys);
  } catch (cause) {
    throw badSetting('SIGNET_EVALUATOR_KEYS', 'names a file that is no public Ed25519 key in PEM', cause);
  }
}

/** A report is a few kilobytes, and a key less. */
const largestFile = 1024 * 1024;

const readText = async (setting: string, file: string): Promise<string> =>
  String(await readSettingFile(setting, file, largestFile));

const badSetting = (setting: string, why: string, cause?: unknown): AppError =>
  new AppError('bad-setting', { message: `Setting ${setting}: ${why}`, cause });

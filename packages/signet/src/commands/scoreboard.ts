import {
  type Figures,
  type FiguresLine,
  figuresOf,
  figureTables,
  lastDays,
  postgresPassages,
} from '../modules/proofing/index.ts';
import type { Command } from './command.ts';
import { parseOrUndefined } from './parse-or-undefined.ts';

export const scoreboard: Command = {
  usage: `How often people pass, by way, step, language and kind of device: of cases that ended in the last N days (28).

  node main.js scoreboard [--days N] [--json]

These are counts; nothing is kept that leads from them to anybody. A number smaller than SIGNET_SMALLEST_FIGURE stays untold,
and so do others that would give it away: a dash in the table, null in the JSON.`,
  read(args) {
    const parsed = parseOrUndefined(args, {
      options: { days: { type: 'string', default: '28' }, json: { type: 'boolean', default: false } },
    });
    if (!parsed || !/^[1-9]\d{0,3}$/.test(parsed.values.days)) return undefined;
    const { days, json } = parsed.values;
    return async ({ resources }) => {
      const { pool, settings } = await resources();
      const figures = await figuresOf(postgresPassages(pool.db), {
        ...lastDays(new Date(), Number(days)),
        least: settings.SIGNET_SMALLEST_FIGURE,
      });
      return json ? asJson(figures) : asTable(figures);
    };
  },
};

/** What stays untold is null: a number that is missing could be taken for none. */
export const asJson = (figures: Figures): string =>
  JSON.stringify(figures, (_key, value: unknown) => (value === undefined ? null : value), 2);

export function asTable({ since, until, least, total, by }: Figures): string {
  const head = `Cases that ended from ${since} to before ${until} (UTC); no number below ${least}.`;
  const tables = figureTables.map((table) => [`by ${table}`, ...by[table].map(lineOf)].join('\n'));
  return [head, [titles, lineOf(total)].join('\n'), ...tables].join('\n\n');
}

const wide = 28;
const columns = ['started', 'passed', 'failed', 'person', 'left'] as const;
const titles = `${''.padEnd(wide)}${columns.map((column) => column.padStart(9)).join('')}   half within`;

const lineOf = (line: FiguresLine): string =>
  line.name.padEnd(wide) +
  columns.map((column) => String(line[column] ?? '-').padStart(9)).join('') +
  `   ${line.half ?? '-'}`;

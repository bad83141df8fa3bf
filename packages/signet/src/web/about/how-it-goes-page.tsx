import { days } from '../../kernel/index.ts';
import {
  type Figures,
  type FiguresLine,
  type FigureTable,
  figureTables,
} from '../../modules/proofing/index.ts';
import { formatDay, words } from '../locales/index.ts';
import { Page, type PageFrame, Table } from '../ui/index.ts';

interface Props {
  readonly frame: PageFrame;
  readonly figures: Figures;
}

/** A25: how often people pass, by way, step, language and device. Every bar stands beside its number. */
export function HowItGoesPage({ frame, figures }: Props) {
  const say = words(frame.lang).figures;
  const { since, until, least, total, by } = figures;
  const lastDay = new Date(Date.parse(until) - days(1)).toISOString().slice(0, 10);
  return (
    <Page frame={frame} title={say.title} width="wide">
      <h1>{say.title}</h1>
      <p class="signet-lead">{say.lead(formatDay(frame.lang, since), formatDay(frame.lang, lastDay))}</p>
      {least > 1 ? <p>{say.untold(least)}</p> : null}
      <FiguresTable frame={frame} caption={say.all} lines={[total]} />
      {figureTables.map((table) => (
        <>
          <h2>{say.tables[table].title}</h2>
          <p>{say.tables[table].lead}</p>
          {by[table].length === 0 ? (
            <p>{total.started === 0 ? say.none : say.tooFew}</p>
          ) : (
            <FiguresTable frame={frame} caption={say.tables[table].title} lines={by[table]} of={table} />
          )}
        </>
      ))}
    </Page>
  );
}

interface TableProps {
  readonly frame: PageFrame;
  readonly caption: string;
  readonly lines: readonly FiguresLine[];
  readonly of?: FigureTable;
}

function FiguresTable({ frame, caption, lines, of }: TableProps) {
  const say = words(frame.lang).figures;
  const { columns } = say;
  const told = (count: number | undefined) => (count === undefined ? say.notTold : String(count));
  const rows = lines.map((line) => [
    nameOf(frame, line.name, of),
    told(line.started),
    <Share frame={frame} line={line} />,
    told(line.failed),
    told(line.person),
    told(line.left),
    line.half ? say.lengths[line.half] : say.notTold,
  ]);
  const titles = [columns.name, columns.started, columns.passed, columns.failed, columns.person];
  return <Table caption={caption} columns={[...titles, columns.left, columns.half]} rows={rows} />;
}

/** The number and its share in words; the bar says the same once more, to those who see it. */
function Share({
  frame,
  line: { passed, started },
}: {
  readonly frame: PageFrame;
  readonly line: FiguresLine;
}) {
  const say = words(frame.lang).figures;
  if (passed === undefined) return <>{say.notTold}</>;
  if (!started) return <>{String(passed)}</>;
  const percent = Math.round((100 * passed) / started);
  return (
    <>
      {`${passed} (${percent} %)`}
      <svg class="signet-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect class="signet-bar__whole" width="100" height="8" />
        <rect class="signet-bar__part" width={percent} height="8" />
      </svg>
    </>
  );
}

function nameOf(frame: PageFrame, name: string, of: FigureTable | undefined): string {
  const { names, all } = words(frame.lang).figures;
  if (!of) return all;
  const known: Readonly<Record<string, string>> = names[of];
  return name
    .split('/')
    .map((part) => known[part] ?? part)
    .join(', ');
}

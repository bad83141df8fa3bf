import { sql } from 'kysely';
import type { Database } from '../../../kernel/index.ts';
import { atTheEnd, queriesOn } from '../../../platform/postgres/index.ts';
import type { Passage } from './passage.ts';
import type { CountedPassage, PassageStore } from './ports.ts';

const columns = ['document', 'way', 'step', 'language', 'device', 'outcome', 'length'] as const;
const named = columns.join(', ');

/** In the order of its keys, so that two transactions never wait for each other. */
const countOneMore = `
  INSERT INTO proofing_passages AS kept (ended_on, ${named}, count)
  SELECT $1::date, ${named}, 1
  FROM unnest(${columns.map((_column, index) => `$${index + 2}::text[]`).join(', ')}) AS passage (${named})
  ORDER BY ${named}
  ON CONFLICT (ended_on, ${named}) DO UPDATE SET count = kept.count + 1`;

export function postgresPassages(database: Database): PassageStore {
  const db = queriesOn(database);
  return {
    count(tx, passages, day) {
      const column = (name: keyof Passage) => passages.map((passage) => passage[name]);
      atTheEnd(tx, { name: 'count-passages', text: countOneMore, values: [day, ...columns.map(column)] });
    },

    async between(since, until) {
      const { rows } = await sql<CountedPassage>`
        SELECT document, way, step, language, device, outcome, length, sum(count)::int AS count
        FROM proofing_passages WHERE ended_on >= ${since}::date AND ended_on < ${until}::date
        GROUP BY document, way, step, language, device, outcome, length`.execute(db);
      return rows;
    },
  };
}

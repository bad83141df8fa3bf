import pg from 'pg';

/**
 * Taxpayers as rows alone, made by the database itself, in every table of the department that a page reads: bytes of the
 * lengths that sealed ones have, two returns each, every third filed jointly. Nobody is behind them; they are there to
 * be passed by. Their file numbers are 2000000001 and on.
 */
export async function fillRevenue(databaseUrl: string, taxpayers: number): Promise<void> {
  await Promise.all(parts.map((statements) => run(databaseUrl, statements, taxpayers)));
  await run(databaseUrl, ['ANALYZE'], taxpayers);
}

export const firstFiller = 2_000_000_001;

async function run(url: string, statements: readonly string[], taxpayers: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // They refer to each other by construction, so that nothing is looked up millions of times.
    await client.query('SET session_replication_role = replica');
    await client.query('SET synchronous_commit = off');
    for (const statement of statements) {
      await client.query(statement, statement.includes('$1') ? [taxpayers] : []);
    }
  } finally {
    await client.end();
  }
}

const file = `(${firstFiller - 1} + n)::text`;
const people = 'generate_series(1, $1::integer) n';
/** The two tax years that ended last. */
const years = `(SELECT extract(year FROM now())::integer - back AS year FROM generate_series(1, 2) back) y`;

const bytes = (length: number): string =>
  `substring(repeat(md5(n::text), ${Math.ceil(length / 32)}), 1, ${length})`;

const lines = `jsonb_build_object('wages', 4000000 + n, 'interest', n % 50000, 'adjusted-gross-income', 4000000 + n,
  'standard-deduction', 1460000, 'taxable-income', 2540000 + n, 'tax', 300000 + n % 90000, 'withheld', 410000)`;

/** Side by side. */
const parts: readonly (readonly string[])[] = [
  [
    `INSERT INTO taxpayers (customer_file_number, ssn_index, sealed)
      SELECT ${file}, decode(lpad(to_hex(n), 64, '0'), 'hex'), ${bytes(480)} FROM ${people}`,
    `INSERT INTO income_documents (customer_file_number, id, tax_year, kind, received_on, sealed)
      SELECT ${file}, '2020-1', 2020, 'W-2', '2021-01-31', ${bytes(320)} FROM ${people}`,
    `INSERT INTO record_access (customer_file_number, at, act, by_whom)
      SELECT ${file}, now(), 'whole-transcript', 'person' FROM ${people} WHERE n % 4 = 0`,
    `INSERT INTO letters (customer_file_number, id, kind, sent_on)
      SELECT ${file}, '2020-1', 'refund-approved', '2020-03-01' FROM ${people}`,
  ],
  [
    `INSERT INTO tax_returns (customer_file_number, tax_year, form, filing_status, filed_by, received_on, lines,
        spouse_file_number)
      SELECT ${file}, year, '1040', CASE WHEN n % 3 = 0 THEN 'married-joint' ELSE 'single' END, 'electronic',
        make_date(year + 1, 2, 20), ${lines}, CASE WHEN n % 3 = 0 THEN (${firstFiller} + n)::text END
      FROM ${people}, ${years}`,
    `INSERT INTO refunds (customer_file_number, tax_year, amount_cents, approved_on, sent_on)
      SELECT ${file}, year, 20000 + n % 90000, make_date(year + 1, 3, 1), make_date(year + 1, 3, 5)
      FROM ${people}, ${years}`,
    `INSERT INTO filings (customer_file_number, tax_year, form, filed_by, sent_on, state, since)
      SELECT ${file}, year, '1040', 'electronic', make_date(year + 1, 2, 20), 'accepted', make_date(year + 1, 2, 25)
      FROM ${people}, ${years}`,
  ],
  [
    `INSERT INTO account_transactions (customer_file_number, tax_year, code, posted_on, amount_cents)
      SELECT ${file}, year, code, make_date(year + 1, 3, 1), cents
      FROM ${people}, ${years}, (VALUES ('150', 300000), ('806', -410000), ('846', 110000)) posted (code, cents)`,
    `INSERT INTO payments (id, customer_file_number, form_key, account_file_number, tax_year, kind, amount_cents, pay_on,
        bank_account, state, made_at)
      SELECT gen_random_uuid(), ${file}, gen_random_uuid(), ${file}, extract(year FROM now())::integer, 'estimated', 50000,
        current_date, gen_random_uuid(), 'sent', now()
      FROM ${people} WHERE n % 10 = 0`,
  ],
];

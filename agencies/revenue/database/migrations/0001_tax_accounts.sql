-- Sign-in sessions: `sessionTables` of the relying-party package.
CREATE TABLE signet_sessions (
  id_hash      bytea PRIMARY KEY,
  signet_sid   text,
  subject      text NOT NULL,
  sealed       text NOT NULL,
  last_seen_at timestamptz NOT NULL,
  ends_at      timestamptz NOT NULL
);
CREATE INDEX ON signet_sessions (subject);
CREATE INDEX ON signet_sessions (ends_at);
CREATE TABLE signet_logout_orders (
  jti        text PRIMARY KEY,
  signet_sid text,
  expires_at timestamptz NOT NULL
);
CREATE INDEX ON signet_logout_orders (signet_sid);

-- Taxpayers. Names, number, birth date, address and business are sealed.
CREATE TABLE taxpayers (
  customer_file_number text PRIMARY KEY CHECK (customer_file_number ~ '^[0-9]{1,10}$'),
  ssn_index            bytea NOT NULL UNIQUE,
  sealed               text NOT NULL
);

-- Whole returns, what was filed when, income documents and letters.
CREATE TABLE tax_returns (
  customer_file_number text NOT NULL REFERENCES taxpayers,
  tax_year             int NOT NULL,
  form                 text NOT NULL,
  filing_status        text NOT NULL,
  filed_by             text NOT NULL CHECK (filed_by IN ('electronic', 'paper')),
  received_on          date NOT NULL,
  lines                jsonb NOT NULL,
  spouse_file_number   text REFERENCES taxpayers,
  dependents           text, -- sealed
  PRIMARY KEY (customer_file_number, tax_year)
);
CREATE INDEX ON tax_returns (spouse_file_number) WHERE spouse_file_number IS NOT NULL;
CREATE TABLE refunds (
  customer_file_number text NOT NULL,
  tax_year             int NOT NULL,
  amount_cents         bigint NOT NULL CHECK (amount_cents > 0),
  approved_on          date,
  sent_on              date CHECK (sent_on IS NULL OR approved_on IS NOT NULL),
  account_last_four    text CHECK (account_last_four ~ '^[0-9]{4}$'),
  offset_cents         bigint CHECK (offset_cents > 0 AND offset_cents <= amount_cents),
  offset_debt          text,
  PRIMARY KEY (customer_file_number, tax_year),
  FOREIGN KEY (customer_file_number, tax_year) REFERENCES tax_returns
);
CREATE TABLE filings (
  id                   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_file_number text NOT NULL REFERENCES taxpayers,
  tax_year             int NOT NULL,
  form                 text NOT NULL,
  filed_by             text NOT NULL CHECK (filed_by IN ('electronic', 'paper')),
  sent_on              date NOT NULL,
  state                text NOT NULL,
  since                date NOT NULL,
  rejection            text,
  change_cents         bigint
);
CREATE INDEX ON filings (customer_file_number, tax_year);
CREATE TABLE income_documents (
  customer_file_number text NOT NULL REFERENCES taxpayers,
  id                   text NOT NULL,
  tax_year             int NOT NULL,
  kind                 text NOT NULL,
  received_on          date NOT NULL,
  sealed               text NOT NULL, -- who paid, under which account, and how much
  PRIMARY KEY (customer_file_number, id)
);

-- Notices that the department sends, and letters that a person asks for, to show to others. The latter keep what they
-- say: whatever becomes of the account, or of the name on file, a letter goes on saying what was so on its day.
CREATE TABLE letters (
  customer_file_number text NOT NULL REFERENCES taxpayers,
  id                   text NOT NULL,
  kind                 text NOT NULL,
  tax_year             int,
  sent_on              date NOT NULL,
  due_on               date,
  amount_cents         bigint,
  read_at              timestamptz,
  received_on          date,
  sealed               text, -- whom the letter is about, masked as it shows them
  PRIMARY KEY (customer_file_number, id),
  CHECK ((kind IN ('balance-proof', 'filing-proof')) = (sealed IS NOT NULL)),
  CHECK (sealed IS NULL OR (tax_year IS NOT NULL AND read_at IS NOT NULL)),
  CHECK (kind <> 'balance-proof' OR (amount_cents IS NOT NULL AND amount_cents >= 0)),
  CHECK ((kind = 'filing-proof') = (received_on IS NOT NULL))
);

-- Money that people send. A posting that a payment makes carries its id, and each kind of posting once: whatever is
-- pressed twice, tried again or crashed in between, a payment moves the balance once.
CREATE TABLE bank_accounts (
  customer_file_number text NOT NULL REFERENCES taxpayers,
  id                   uuid NOT NULL,
  sealed               text NOT NULL, -- routing and account number
  bank_name            text NOT NULL,
  kind                 text NOT NULL CHECK (kind IN ('checking', 'savings')),
  last_four            text NOT NULL CHECK (last_four ~ '^[0-9]{4}$'),
  checked_on           date NOT NULL,
  removed_at           timestamptz,
  PRIMARY KEY (customer_file_number, id)
);
CREATE TABLE payments (
  id                   uuid PRIMARY KEY,
  customer_file_number text NOT NULL REFERENCES taxpayers,
  form_key             uuid NOT NULL,
  account_file_number  text NOT NULL REFERENCES taxpayers, -- whose account it is for: a joint one is the filer's
  tax_year             int NOT NULL,
  kind                 text NOT NULL,
  amount_cents         bigint NOT NULL CHECK (amount_cents > 0),
  pay_on               date NOT NULL,
  bank_account         uuid NOT NULL,
  state                text NOT NULL,
  made_at              timestamptz NOT NULL,
  return_reason        text,
  returned_on          date,
  UNIQUE (customer_file_number, form_key),
  FOREIGN KEY (customer_file_number, bank_account) REFERENCES bank_accounts
);
CREATE INDEX ON payments (customer_file_number, made_at);
CREATE INDEX ON payments (account_file_number, tax_year);
CREATE INDEX ON payments (pay_on) WHERE state IN ('scheduled', 'sending');
CREATE TABLE account_transactions (
  id                   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_file_number text NOT NULL REFERENCES taxpayers,
  tax_year             int NOT NULL,
  code                 text NOT NULL,
  posted_on            date NOT NULL,
  amount_cents         bigint NOT NULL,
  payment              uuid REFERENCES payments,
  UNIQUE (payment, code)
);
CREATE INDEX ON account_transactions (customer_file_number, tax_year);
CREATE TABLE bank_returns_read (
  one_row  boolean PRIMARY KEY DEFAULT true CHECK (one_row),
  position bigint NOT NULL
);
INSERT INTO bank_returns_read (position) VALUES (0);

-- Looks at a record that its person is told of. Nothing is ever taken out.
CREATE TABLE record_access (
  id                   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_file_number text NOT NULL REFERENCES taxpayers,
  at                   timestamptz NOT NULL,
  act                  text NOT NULL,
  by_whom              text NOT NULL CHECK (by_whom IN ('person', 'staff')),
  staff                text,
  reason               text,
  tax_year             int,
  CHECK ((by_whom = 'staff') = (staff IS NOT NULL AND reason IS NOT NULL))
);
CREATE INDEX ON record_access (customer_file_number, id);

-- Payment plans (T5). An installment becomes a payment on its day, under its own id: drawn twice it is one.
CREATE TABLE payment_plans (
  id                   uuid PRIMARY KEY,
  customer_file_number text NOT NULL REFERENCES taxpayers,
  form_key             uuid NOT NULL,
  account_file_number  text NOT NULL REFERENCES taxpayers,
  tax_year             int NOT NULL,
  kind                 text NOT NULL CHECK (kind IN ('short-term', 'long-term')),
  bank_account         uuid NOT NULL,
  agreed_on            date NOT NULL,
  state                text NOT NULL CHECK (state IN ('running', 'ended', 'paid-off')),
  UNIQUE (customer_file_number, form_key),
  FOREIGN KEY (customer_file_number, bank_account) REFERENCES bank_accounts
);
CREATE UNIQUE INDEX ON payment_plans (account_file_number, tax_year) WHERE state = 'running';
CREATE TABLE plan_installments (
  plan            uuid NOT NULL REFERENCES payment_plans,
  id              uuid NOT NULL UNIQUE,
  due_on          date NOT NULL,
  amount_cents    bigint NOT NULL CHECK (amount_cents > 0),
  interest_cents  bigint NOT NULL CHECK (interest_cents >= 0),
  fee_cents       bigint NOT NULL CHECK (fee_cents >= 0),
  begun_at        timestamptz,
  PRIMARY KEY (plan, due_on)
);
CREATE INDEX ON plan_installments (due_on) WHERE begun_at IS NULL;

-- The department's own agents, and their looks at files. Each look is in `record_access` as well, for its person.
CREATE TABLE staff (
  subject   text PRIMARY KEY, -- Signet's name for them here
  pseudonym text NOT NULL UNIQUE,
  since     timestamptz NOT NULL,
  ended     timestamptz
);
CREATE TABLE staff_invitations (
  code_hash bytea PRIMARY KEY,
  pseudonym text NOT NULL UNIQUE,
  ends_at   timestamptz NOT NULL
);
CREATE TABLE staff_wrong_numbers (
  subject text NOT NULL REFERENCES staff,
  at      timestamptz NOT NULL
);
CREATE INDEX ON staff_wrong_numbers (subject, at);
CREATE TABLE staff_looks (
  id                   uuid PRIMARY KEY,
  subject              text NOT NULL REFERENCES staff,
  customer_file_number text NOT NULL REFERENCES taxpayers,
  reason               text NOT NULL,
  ends_at              timestamptz NOT NULL
);

-- Which professional may see what of whose records, and until when. The register of professionals is public.
CREATE TABLE tax_professionals (
  number text PRIMARY KEY CHECK (number ~ '^P[0-9]{8}$'),
  name   text NOT NULL,
  city   text NOT NULL
);
CREATE TABLE professional_authorizations (
  id                   uuid PRIMARY KEY,
  customer_file_number text NOT NULL REFERENCES taxpayers,
  form_key             uuid NOT NULL,
  professional         text NOT NULL REFERENCES tax_professionals,
  scopes               text[] NOT NULL CHECK (cardinality(scopes) > 0),
  tax_years            int[] NOT NULL CHECK (cardinality(tax_years) > 0),
  from_day             date NOT NULL,
  until_day            date NOT NULL CHECK (until_day BETWEEN from_day AND from_day + 365),
  ended_at             timestamptz,
  UNIQUE (customer_file_number, form_key)
);

-- The refund tool: the file of each person known without a proof, and how many tries a day fitted no return.
CREATE TABLE known_people (
  subject              text PRIMARY KEY, -- Signet's name for them here
  customer_file_number text NOT NULL REFERENCES taxpayers
);
CREATE TABLE refund_tries (
  about text NOT NULL, -- a subject, or the keyed hash of a taxpayer number
  day   date NOT NULL,
  tries int NOT NULL,
  PRIMARY KEY (about, day)
);
CREATE INDEX ON refund_tries (day);

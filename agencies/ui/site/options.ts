/** What any agency's program is started with. */
export interface AgencyOptions {
  readonly port: number;
  readonly host: string;
  /** The agency's own database; nobody else's. */
  readonly databaseUrl: string;
  /** Where Signet is. */
  readonly issuer: string;
  /** Where the agency is seen from outside, without a slash at the end. */
  readonly origin: string;
  /** Holds the agency's keys; made if it is missing. */
  readonly dataDir: string;
  /** Where the agency is, as an IANA name: there its days begin and end. Default: `America/New_York`. */
  readonly timeZone?: string;
  /** The clock, for tests. */
  readonly now?: () => Date;
  /** One line of what happened; never about whom. Default: JSON on standard output. */
  readonly log?: (event: LogEvent) => void;
}

export interface LogEvent {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly detail?: string;
}

/** JSON on standard output. */
export const printLines =
  (service: string) =>
  (event: LogEvent): void => {
    process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), service, ...event })}\n`);
  };

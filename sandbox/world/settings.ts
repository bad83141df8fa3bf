import path from 'node:path';
import { z } from 'zod';
import { StartFailure } from '../start-failure.ts';

const port = z.coerce.number().int().min(1).max(65_535);

/**
 * What the sandbox world needs to know. Every other variable goes through to Signet as it is, and Signet checks it.
 * A value that does not fit stops the start with its name and never its content: it may be a password.
 */
const settingsSchema = z.object({
  /** Everything the sandbox keeps: the database, keys and the log. */
  SIGNET_DATA_DIR: z.string().default('.signet'),
  /** A PostgreSQL of your own. Without it the sandbox runs one in its data folder. */
  DATABASE_URL: z
    .string()
    .refine((value) => /^postgres(ql)?:\/\//.test(value), {
      error: 'must begin with postgres:// or postgresql://',
      abort: true,
    })
    .refine((value) => URL.canParse(value), {
      error: 'cannot be read; percent-encode what is special in its name and password',
    })
    .optional(),
  SIGNET_HOST: z.string().default('127.0.0.1'),
  /** Left out, this machine and SIGNET_PORT. */
  SIGNET_ORIGIN: z
    .url()
    .transform((value) => new URL(value).origin)
    .optional(),
  SIGNET_PORT: port.default(8080),
  SIGNET_REVENUE_PORT: port.default(8081),
  SIGNET_BENEFITS_PORT: port.default(8082),
  SIGNET_SANDBOX_PORT: port.default(8083),
});

export type WorldSettings = Omit<z.output<typeof settingsSchema>, 'SIGNET_ORIGIN'> & {
  readonly SIGNET_ORIGIN: string;
};

export function loadWorldSettings(environment: NodeJS.ProcessEnv = process.env): WorldSettings {
  if (environment.SIGNET_PROFILE === 'production')
    throw new StartFailure(
      'bad-setting',
      'Setting SIGNET_PROFILE: this starts the sandbox. In production run "node main.js" in the folder that "npm run build:server" makes.',
    );
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`);
    throw new StartFailure('bad-setting', `Setting ${problems.join('; ')}`);
  }
  const { SIGNET_ORIGIN = `http://localhost:${parsed.data.SIGNET_PORT}`, ...others } = parsed.data;
  return { ...others, SIGNET_ORIGIN };
}

export const logFileOf = (settings: WorldSettings): string =>
  path.join(settings.SIGNET_DATA_DIR, 'signet.log');

import { logFileOf, type WorldSettings } from './settings.ts';

/** What a newcomer reads when everything is up: where to go and who to be. */
export const welcome = (settings: WorldSettings): string => `
Signet is ready. Everything here is made up: people, documents, records, agencies.

  Begin here   http://localhost:${settings.SIGNET_REVENUE_PORT}   the Department of Revenue: press "Sign in with Signet"
  Then here    http://localhost:${settings.SIGNET_BENEFITS_PORT}   the Veterans Benefits Office: nothing to prove again
  The world    http://localhost:${settings.SIGNET_SANDBOX_PORT}   people to be and their documents; mail arrives at /outbox
  Signet       ${settings.SIGNET_ORIGIN}

  Be somebody: Ana Rivera. Her photos, SSN and phone are at http://localhost:${settings.SIGNET_SANDBOX_PORT}.
  Every page that is asked for is a line in ${logFileOf(settings)}.
  Stop with Ctrl-C; what you did is kept in ${settings.SIGNET_DATA_DIR}.
`;

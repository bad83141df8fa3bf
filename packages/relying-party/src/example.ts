import { Hono } from 'hono';
import { html } from 'hono/html';
import pg from 'pg';
import {
  type AgencyEnv,
  createAgencySignIn,
  formLimit,
  postgresSessionStore,
  sessionTables,
} from './hono/index.ts';
import { AAL2, createRelyingParty, IAL2, loadOrCreateClientKey, loadOrCreateSecretKey } from './index.ts';

interface Me {
  readonly name: string;
}

interface ExampleSettings {
  readonly signet: string; // 'http://localhost:8080' in the sandbox
  readonly origin: string; // where people see this agency
  readonly databaseUrl: string;
  readonly keys: string; // a folder of this agency's own
}

/** A whole agency: public page, sign-in, a page behind it, sign-out, and back-channel logout. */
export async function exampleAgency({ signet, origin, databaseUrl, keys }: ExampleSettings) {
  const pool = new pg.Pool({ connectionString: databaseUrl });
  pool.on('error', console.error); // a lost connection that nobody listens to ends the program
  await pool.query(sessionTables); // once, as one of your migrations

  const relyingParty = createRelyingParty({
    issuer: signet,
    clientId: 'example-agency',
    privateKeyJwk: await loadOrCreateClientKey(keys),
    redirectUri: `${origin}/callback`,
    postLogoutRedirectUri: `${origin}/`,
    scope: 'openid identity',
    acrValues: [IAL2, AAL2],
    allowHttpOnLocalhost: true, // leave out in production
  });

  const signIn = createAgencySignIn<Me>({
    relyingParty,
    origin,
    cookieName: 'example_session',
    cookieKey: await loadOrCreateSecretKey(keys, 'cookie'),
    sessions: postgresSessionStore(pool),
    limits: { idleMs: 15 * 60_000, absoluteMs: 12 * 3_600_000 },
    afterSignIn: '/me',
    afterSignOut: '/',
    // Look up your record here. Use verifiedClaims: they were proven. What you return is kept, sealed.
    onSignIn: async ({ verifiedClaims }) => ({ name: verifiedClaims?.claims.given_name ?? 'you' }),
    onFailure: (c, failure) => c.text(`You are not signed in: ${failure}`, 400),
    onSessionMissing: (c) => c.redirect('/', 303),
  });

  const app = new Hono<AgencyEnv<Me>>();
  app.use(formLimit()); // before any form is read: 64 kB and 200 fields
  app.get('/', (c) => c.html(html`<a href="/sign-in">Sign in with Signet</a>`));
  app.route('/', signIn.routes); // /sign-in, /callback, /sign-out, /backchannel-logout, /session
  app.get('/me', signIn.session, signIn.signedIn, (c) => {
    const session = c.var.session;
    return c.html(
      html`<p>Hello ${session?.data.name}</p>
        <form method="post" action="/sign-out">
          <input type="hidden" name="form_token" value="${session?.formToken}" />
          <button>Sign out</button>
        </form>`,
    );
  });
  return { app, close: () => pool.end() };
}

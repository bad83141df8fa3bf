import { buildEndSessionUrl, type Configuration } from 'openid-client';
import { nameFailure, type SignInFailure } from './failures.ts';
import { type LogoutOrder, type LogoutRefusal, logoutTokenVerifier } from './logout-token.ts';
import { lazyProvider, type ProviderSettings } from './provider.ts';
import { err, ok, type Result } from './result.ts';
import {
  finishSignIn,
  type SignIn,
  type SignInRequest,
  type SignInSettings,
  startSignIn,
  type Transaction,
} from './sign-in.ts';

export interface RelyingPartyOptions extends Omit<ProviderSettings, 'allowHttpOnLocalhost'>, SignInSettings {
  readonly postLogoutRedirectUri: string;
  readonly allowHttpOnLocalhost?: boolean;
  /** The cause behind a failure code, for the log. It may name a host, never a person. */
  readonly onCause?: (error: unknown) => void;
}

export interface RelyingParty {
  /** The origin of Signet, for `form-action` in the agency's Content-Security-Policy. */
  readonly issuer: string;
  /** Pushes the request to Signet. Send the browser to `url` with 303, keep `transaction` bound to it. */
  startSignIn(
    request?: SignInRequest,
  ): Promise<Result<{ url: string; transaction: Transaction }, SignInFailure>>;
  /** Checks issuer, state, nonce, signature, times and levels; fetches the claims. */
  finishSignIn(answerUrl: URL, transaction: Transaction): Promise<Result<SignIn, SignInFailure>>;
  /** Where to send a browser so that the session at Signet ends too. */
  signOutUrl(idToken: string, state?: string): Promise<Result<string, SignInFailure>>;
  /** The body's `logout_token` of a back-channel logout call. */
  verifyLogoutToken(jwt: string): Promise<Result<LogoutOrder, LogoutRefusal>>;
}

/** An agency at Signet. Throws at once for settings that cannot work; talks to Signet only when used. */
export function createRelyingParty(options: RelyingPartyOptions): RelyingParty {
  const { allowHttpOnLocalhost = false, onCause = () => undefined } = options;
  const provider = lazyProvider({ ...options, allowHttpOnLocalhost });
  const verifyLogoutToken = logoutTokenVerifier(options.issuer, options.clientId);

  /** Runs `work` with Signet's metadata, and names what goes wrong on the way. */
  const withProvider = async <T>(
    work: (configuration: Configuration) => Promise<Result<T, SignInFailure>> | Result<T, SignInFailure>,
  ): Promise<Result<T, SignInFailure>> => {
    try {
      return await work(await provider());
    } catch (error) {
      onCause(error);
      return err(nameFailure(error));
    }
  };

  return {
    issuer: options.issuer,

    startSignIn: (request = {}) =>
      withProvider(async (configuration) => {
        const { url, transaction } = await startSignIn(configuration, options, request);
        return ok({ url: url.href, transaction });
      }),

    finishSignIn: (answerUrl, transaction) =>
      withProvider((configuration) => finishSignIn(configuration, options, answerUrl, transaction, onCause)),

    signOutUrl: (idToken, state) =>
      withProvider((configuration) => {
        const url = buildEndSessionUrl(configuration, {
          id_token_hint: idToken,
          post_logout_redirect_uri: options.postLogoutRedirectUri,
          ...(state === undefined ? {} : { state }),
        });
        return ok(url.href);
      }),

    async verifyLogoutToken(jwt) {
      try {
        const jwksUri = (await provider()).serverMetadata().jwks_uri;
        if (jwksUri === undefined) return err('signet-unavailable');
        return await verifyLogoutToken(jwt, jwksUri, onCause);
      } catch (error) {
        onCause(error);
        return err('signet-unavailable');
      }
    },
  };
}

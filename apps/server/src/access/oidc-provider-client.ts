/**
 * Speaks with an identity provider, by the authorization code flow with PKCE, state and nonce. It is looked up at the first need and again until it answers: a
 * provider that is down keeps nobody else from signing in.
 */
import { fail, type Outcome, ok } from "@zhengdui/basics";
import * as oidc from "openid-client";
import type { Refusal } from "../office/refusal.ts";
import { isLoopback } from "../only-here.ts";
import type { OidcSettings } from "./oidc-settings.ts";

/** What the browser is sent away with, and what must fit when it comes back. */
export interface Challenge {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface ProviderRefusal {
  readonly refusal: Refusal;
  /** For the record: what didn't fit, in the library's words. */
  readonly why: string;
}

export interface ProviderClient {
  readonly begin: (
    redirectUri: string,
  ) => Promise<Outcome<{ readonly location: string; readonly challenge: Challenge }, ProviderRefusal>>;
  /** `back`: the whole address that the browser came back to. The claims of the person, checked. */
  readonly finish: (back: URL, challenge: Challenge) => Promise<Outcome<Readonly<Record<string, unknown>>, ProviderRefusal>>;
}

const ANSWER_SECONDS = 8;

export function createProviderClient(settings: OidcSettings): ProviderClient {
  let known: oidc.Configuration | null = null;
  const away: ProviderRefusal = {
    refusal: { status: 503, error: `${settings.label}暂时连不上，请稍后再试，或用登录名和口令登录。` },
    why: "away",
  };
  const discovered = async (): Promise<oidc.Configuration | null> => {
    known ??= await discover(settings);
    return known;
  };
  return {
    begin: async (redirectUri) => {
      const configuration = await discovered();
      if (configuration === null) return fail(away);
      const challenge = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      };
      const location = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: settings.scope,
        state: challenge.state,
        nonce: challenge.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(challenge.verifier),
        code_challenge_method: "S256",
      });
      return ok({ location: location.href, challenge });
    },
    finish: async (back, { state, nonce, verifier }) => {
      const configuration = await discovered();
      if (configuration === null) return fail(away);
      try {
        const tokens = await oidc.authorizationCodeGrant(configuration, back, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (claims === undefined) return fail(refused(settings, new Error("no ID token")));
        const more =
          configuration.serverMetadata().userinfo_endpoint === undefined
            ? {}
            : await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub);
        return ok({ ...more, ...claims });
      } catch (error) {
        return fail(isAway(error) ? away : refused(settings, error));
      }
    },
  };
}

async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<oidc.Configuration | null> {
  const address = new URL(issuer);
  try {
    return await oidc.discovery(address, clientId, {}, oidc.ClientSecretBasic(clientSecret), {
      timeout: ANSWER_SECONDS,
      // Without TLS only on this very machine.
      execute: isLoopback(address.hostname) ? [oidc.allowInsecureRequests] : [],
    });
  } catch {
    // Away, or not the issuer that it should be: asked again at the next sign-in.
    return null;
  }
}

/** No answer, as opposed to an answer that is wrong. */
function isAway(error: unknown): boolean {
  if (error instanceof TypeError) return true;
  return error instanceof oidc.ClientError && error.code === "OAUTH_TIMEOUT";
}

/** Words for the person. What an address made the provider seem to say isn't repeated, neither here nor in the record. */
function refused({ label }: OidcSettings, error: unknown): ProviderRefusal {
  if (error instanceof oidc.AuthorizationResponseError)
    return { refusal: { status: 403, error: `${label}没有允许这次登录，请重新登录。` }, why: "not-authorized" };
  // The library's own error is about the kind of fault; its cause says which value.
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const said = cause instanceof Error ? cause.message : String(cause);
  return {
    refusal: { status: 403, error: `${label}的答复核对不上，没有登录。请从登录页重新开始。` },
    why: said.slice(0, whyLength),
  };
}

const whyLength = 120;

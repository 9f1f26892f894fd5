/** Names each way a professional sign-in can fail, from what the protocol library reports. */
import { ResponseBodyError } from 'openid-client';

export type SignInRefusal =
  | 'sign-in-provider-unreachable'
  | 'sign-in-misconfigured'
  | 'sign-in-cancelled'
  | 'sign-in-refused'
  | 'sign-in-state-mismatch'
  | 'sign-in-other-issuer'
  | 'sign-in-code-refused'
  | 'sign-in-nonce-mismatch'
  | 'sign-in-token-invalid'
  | 'sign-in-token-expired'
  | 'sign-in-profile-unsigned'
  | 'sign-in-profile-invalid'
  | 'sign-in-profile-expired'
  | 'sign-in-profile-other-person'
  | 'sign-in-profile-incomplete';

const silentCodes = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_RESPONSE_IS_NOT_CONFORM'];
const ownFaults = ['invalid_client', 'unauthorized_client', 'invalid_request', 'unsupported_grant_type'];

/** From the `error` parameter that the provider put in the return address. */
export function refusalOfReturn(error: string): SignInRefusal {
  if (error === 'access_denied') return 'sign-in-cancelled';
  if (error === 'server_error' || error === 'temporarily_unavailable') return 'sign-in-provider-unreachable';
  return ownFaults.includes(error) || error === 'invalid_scope' ? 'sign-in-misconfigured' : 'sign-in-refused';
}

/** From the exchange of the code for the signed identity. */
export function refusalOfExchange(error: unknown): SignInRefusal {
  if (error instanceof ResponseBodyError) {
    if (error.status >= 500) return 'sign-in-provider-unreachable';
    if (error.error === 'invalid_grant') return 'sign-in-code-refused';
    return ownFaults.includes(error.error) ? 'sign-in-misconfigured' : 'sign-in-refused';
  }
  const seen = describe(error);
  if (seen.silent) return 'sign-in-provider-unreachable';
  if (seen.claim === 'nonce') return 'sign-in-nonce-mismatch';
  return seen.late ? 'sign-in-token-expired' : 'sign-in-token-invalid';
}

/** From the reading of the signed profile. */
export function refusalOfProfile(error: unknown): SignInRefusal {
  const seen = describe(error);
  if (seen.silent) return 'sign-in-provider-unreachable';
  if (seen.codes.includes('OAUTH_JWT_USERINFO_EXPECTED')) return 'sign-in-profile-unsigned';
  if (seen.codes.includes('OAUTH_WWW_AUTHENTICATE_CHALLENGE')) return 'sign-in-refused';
  if (seen.codes.includes('OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED')) return 'sign-in-profile-other-person';
  return seen.late ? 'sign-in-profile-expired' : 'sign-in-profile-invalid';
}

type Seen = { codes: string[]; silent: boolean; late: boolean; claim: string | undefined };

function describe(error: unknown): Seen {
  const codes: string[] = [];
  let silent = false;
  let claim: string | undefined;
  let current = error;
  for (let depth = 0; depth < 5 && typeof current === 'object' && current !== null; depth += 1) {
    const code: unknown = Reflect.get(current, 'code');
    if (typeof code === 'string') codes.push(code);
    const compared: unknown = Reflect.get(current, 'claim');
    if (typeof compared === 'string') claim = compared;
    silent ||= current instanceof DOMException && current.name === 'TimeoutError';
    current = Reflect.get(current, 'cause');
  }
  return {
    codes,
    silent: silent || codes.some((code) => silentCodes.includes(code)),
    late: codes.includes('OAUTH_JWT_TIMESTAMP_CHECK_FAILED'),
    claim,
  };
}

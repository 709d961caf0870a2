/** Why nobody is signed in; each has its own words. */
export const SIGN_IN_PROBLEMS = [
  /** The person turned back. */
  'denied',
  /** The answer belongs to no question that this tab asked. */
  'unmatched',
  /** The answer came too late to be used. */
  'tooLate',
  'unreachable',
  /** The service does not know this app, or not this address of it: for whoever runs it. */
  'refused',
  /** The browser keeps nothing for this page, not even over a redirect. */
  'noStorage',
  /** Opened by http: the browser then lends no cryptography. */
  'insecure',
  /** Signed out here, and the service could not be told. */
  'onlyHere',
  'failed',
] as const;

export type SignInProblem = (typeof SIGN_IN_PROBLEMS)[number];

/** No problem at all: the service only says that it has to ask the person, or that there is nobody it knows. */
const NOBODY = new Set([
  'login_required',
  'interaction_required',
  'consent_required',
  'account_selection_required',
]);

const OF_SERVICE: Record<string, SignInProblem> = {
  access_denied: 'denied',
  invalid_grant: 'tooLate',
  server_error: 'unreachable',
  temporarily_unavailable: 'unreachable',
  invalid_client: 'refused',
  invalid_request: 'refused',
  invalid_scope: 'refused',
  unauthorized_client: 'refused',
  unsupported_response_type: 'refused',
  unsupported_grant_type: 'refused',
};

/** What went wrong, from anything that the OpenID library rejects with; nothing when nobody is signed in, and that is all. */
export function problemOf(error: unknown): SignInProblem | undefined {
  const code = refusalOf(error);
  if (code !== undefined) {
    return NOBODY.has(code)
      ? undefined
      : (new Map(Object.entries(OF_SERVICE)).get(code) ?? 'failed');
  }
  if (error instanceof DOMException) return 'noStorage';
  // Of `fetch`, and of a chunk that does not load.
  if (error instanceof TypeError || nameOf(error) === 'ErrorTimeout') return 'unreachable';
  return 'failed';
}

/** The code of an answer by which the service refuses; nothing when it did not answer. */
export function refusalOf(error: unknown): string | undefined {
  if (nameOf(error) !== 'ErrorResponse') return undefined;
  const { error: code } = error as Error & { error?: unknown };
  return typeof code === 'string' ? code : undefined;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

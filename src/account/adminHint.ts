import type { GenAuthError } from '../sdk/failure.ts';
import { explain } from './explain.ts';
import { isSend } from './operations.ts';
import type { ServerProblemKind } from './problem.ts';
import { problemTable } from './problemTable.ts';

/**
 * The setting that is probably missing, for whoever runs the application: English, for a console or a help panel,
 * never for the person in front of the form. Only what the contract says; `undefined` when it says nothing.
 */
export function adminHintOf(error: GenAuthError): string | undefined {
  const { operation, statusCode, apiCode, httpStatus } = error;
  const kind = explain(error);
  const byCode = apiCode === undefined ? undefined : BY_CODE.get(apiCode);
  // One code is also said of sessions, and an answer that contradicts itself says nothing by its code.
  const { step } = problemTable[kind];
  if (byCode && (step === 'contactAdmin' || kind === 'server')) return byCode;
  if (httpStatus === 404 && statusCode === undefined) return WRONG_HOST;
  if (isSend(operation) && (statusCode === 601 || statusCode === 602)) return PROVIDER;
  if (statusCode === 603) return PIPELINE;
  return BY_KIND.get(kind);
}

/** What a page lacks whose forms refuse to work in the frame of another site. */
export const FRAMED_HINT =
  'A page of another origin frames this one, so nothing is sent. If that is meant, name every such site in the `frame-ancestors` policy of this page, then pass `allowFramed` to `<GenAuthProvider>`, or `allow-framed` to the element.';

const WRONG_HOST =
  "Nothing of GenAuth answers at this address. `appHost` must be the application's own domain, such as https://example.genauth.ai (contract, section 1).";
const PROVIDER =
  'The provider that sends the messages answered with an error. Check its account, template and balance in the SMS or e-mail configuration of the user pool (contract, section 3.1: 601, 602).';
const PIPELINE =
  "Code of the customer's own, a pipeline or a custom database, failed. Check it in the console (contract, section 3.1: 603).";
const NO_APPLICATION =
  '`appId` names no application here. Copy the App ID of the application whose domain `appHost` is (contract, section 4: 2011).';
const TEMPLATE =
  'An e-mail template is missing, or cannot be filled in. Check the e-mail templates of the user pool (contract, codes 2017, 2021, 2022, 3012).';
const MAIL_PROVIDER =
  'The e-mail could not be handed over. Check the e-mail provider of the user pool (contract, codes 2025, 3013, 3014).';
const SIGNATURE =
  'The server expects a signed request of the management API. `appHost` must be the domain of an application, not of the API for servers (contract, section 1).';
const PROFILE =
  'A phone number or e-mail address cannot be changed by `updateProfile`: use its own operations (contract, section 9.2).';

const HINTS: readonly (readonly [hint: string, codes: readonly number[]])[] = [
  [NO_APPLICATION, [2010, 2011, 2101, 2221, 4212, 7348]],
  [TEMPLATE, [2017, 2021, 2022, 3012]],
  [MAIL_PROVIDER, [2025, 3013, 3014]],
  [SIGNATURE, [1300, 1301, 1302, 1303, 1304, 1305, 1306]],
  [PROFILE, [2225, 2226]],
  [
    'The signed-in user belongs to another user pool than the application. The access token must come from a login at `appHost` (contract, code 2036).',
    [2036],
  ],
  [
    'There is no such user pool. Check `userPoolId`, or leave it out (contract, section 2.2 and code 2224).',
    [2224],
  ],
  [
    'The user has no access to this application. Grant it in the console (contract, code 1576).',
    [1576],
  ],
  [
    'The user is deactivated, or no member of this tenant. Check both in the console (contract, code 2120008).',
    [2120008],
  ],
  [
    'The user may not sign in to this tenant. Grant it in the console (contract, code 2130010).',
    [2130010],
  ],
];

const BY_CODE: ReadonlyMap<number, string> = new Map(
  HINTS.flatMap(([hint, codes]) => codes.map((code) => [code, hint] as const)),
);

const BY_KIND: ReadonlyMap<ServerProblemKind, string> = new Map([
  [
    'countryUnsupported',
    'No text messages to this country: GenAuth has no built-in international SMS. Configure an SMS provider for it in the user pool, or leave the country out of `allowedCountries` (contract, sections 5.1 and 9.5).',
  ],
  [
    'quotaExceeded',
    'The quota or the balance of the user pool is used up. Check plan and billing in the console (contract, section 4: 402, 4021, 3720001–3720003).',
  ],
  [
    'planLimit',
    'The plan of the user pool does not include this call, or is used up. Check plan and billing in the console (contract, section 3.1: 402).',
  ],
  [
    'captchaNeeded',
    'The server asks for a graphic captcha, for which `send-sms` and `send-email` have no field. Check the robot check of the application (contract, sections 5.1 and 16.4).',
  ],
  [
    'misconfigured',
    'This server does not support the call, or misses a parameter. Check `appId`, `appHost` and the version of the server (contract, section 3.1: 501; code 2231).',
  ],
  [
    'network',
    'A refused origin looks like a network that is down. Once the list of allowed origins in the security settings is filled, the origin of this page must be in it, exactly (contract, section 15).',
  ],
]);

// Bundlers of the host put the value in.
declare const process: { env: { NODE_ENV?: string } };

const advised = new Set<string>();

/** Names the setting that is missing once, in the console of whoever builds the page; a built page says nothing. */
export function advise(hint: string | undefined): void {
  if (process.env.NODE_ENV === 'production') return;
  if (hint === undefined || advised.has(hint)) return;
  advised.add(hint);
  // biome-ignore lint/suspicious/noConsole: the page under development is its reader
  console.info(`[genauth-account-widget] ${hint}`);
}

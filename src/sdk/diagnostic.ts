/**
 * Something that worked, or failed, in a way that a developer should know of and a person need not.
 * No event holds a number, an address, a code, a token, or any word of the server's: only what is listed here.
 */
export type Diagnostic = {
  /** The SDK method, such as `bindPhone`. */
  operation: string;
} & (
  | {
      /** The server refused the access token, and `getAccessToken({ force: true })` brought another. */
      kind: 'tokenRefreshed';
    }
  | {
      /** A success with an `apiCode`, which the contract gives to failures only (section 3); taken as success. */
      kind: 'apiCodeOnSuccess';
    }
  | {
      /** A refusal with an `apiCode` that no list of GenAuth's holds: `statusCode` alone says what it is. The error has it. */
      kind: 'apiCodeUnknown';
      statusCode: number;
    }
  | {
      /** An envelope in the spelling of older servers (contract, section 3); read all the same. */
      kind: 'unusualSpelling';
      /**
       * `statusCode`, `apiCode`: a string of digits. `uniqueId`: in the place of `requestId`.
       * `code`: in the place of `statusCode`, which only `getPublicConfig` accepts.
       */
      field: 'statusCode' | 'apiCode' | 'uniqueId' | 'code';
    }
  | {
      /** The page's own Content Security Policy kept the request back: add `appHost` to this directive. */
      kind: 'blockedByPolicy';
      /** Such as `connect-src`. */
      directive: string;
    }
  | {
      /** Nothing of this kind is at this address: is `appHost` the application's own? */
      kind: 'wrongAddress';
      httpStatus: 404 | 405 | 415;
      /** Without origin and query. */
      path: string;
    }
);

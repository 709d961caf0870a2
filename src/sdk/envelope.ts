import { cleanText } from './cleanText.ts';

/** The reply of every V3 operation but `system` (contract, section 3). */
export interface Envelope {
  /** Business status; 200 and nothing else is success. */
  statusCode: number;
  message: string;
  apiCode?: number;
  requestId?: string;
  data?: unknown;
}

/**
 * Reads a reply's text as an envelope, or says `undefined`: there is no third answer and no exception.
 * Only own properties are read, into a fresh object, so that `__proto__` and a polluted prototype mean nothing.
 * `isOldToo` also takes the oldest spelling, `{ code, message, data }` without any `statusCode` (contract, section 3).
 */
export function decodeEnvelope(text: string, isOldToo = false): Envelope | undefined {
  const json = parseObject(text);
  if (!json) return undefined;
  const isOld = isOldToo && !Object.hasOwn(json, 'statusCode');
  const statusCode = readStatusCode(own(json, isOld ? 'code' : 'statusCode'));
  const message = own(json, 'message');
  if (statusCode === undefined || typeof message !== 'string') return undefined;

  // Every key is set, also to undefined, so that none is looked up on a polluted prototype.
  return {
    statusCode,
    message: cleanText(message),
    apiCode: readApiCode(own(json, 'apiCode')),
    requestId: readText(own(json, 'requestId')) ?? readText(own(json, 'uniqueId')),
    data: own(json, 'data'),
  };
}

/** Parses text that must be one JSON object. */
export function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A JSON object: neither null nor an array. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own property of a JSON object, never an inherited one. */
export function own(object: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(object, key)?.value;
}

function readStatusCode(value: unknown): number | undefined {
  if (typeof value === 'string') return /^\d{3}$/.test(value) ? Number(value) : undefined;
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 999
    ? value
    : undefined;
}

// Older servers send the code as a string of digits (contract, section 3).
function readApiCode(value: unknown): number | undefined {
  const code = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof code === 'number' && Number.isSafeInteger(code) ? code : undefined;
}

function readText(value: unknown): string | undefined {
  return typeof value === 'string' ? cleanText(value) || undefined : undefined;
}

import { isKnownApiCode } from './apiCodes.ts';
import type { Diagnostic } from './diagnostic.ts';
import { decodeEnvelope, own, parseObject } from './envelope.ts';
import type { Reply } from './send.ts';

/** A diagnostic but for the operation. */
export type Finding = Diagnostic extends infer One
  ? One extends Diagnostic
    ? Omit<One, 'operation'>
    : never
  : never;

/** What a developer should know of a reply from this path. */
export function diagnose({ status, text = '' }: Reply, path: string): Finding[] {
  const findings: Finding[] = [];
  if (status === 404 || status === 405 || status === 415) {
    findings.push({ kind: 'wrongAddress', httpStatus: status, path });
  }
  const json = parseObject(text);
  const envelope = decodeEnvelope(text, true);
  if (!json || !envelope) return findings;
  const { statusCode, requestId } = envelope;

  const spell = (field: 'statusCode' | 'apiCode' | 'uniqueId' | 'code') =>
    findings.push({ kind: 'unusualSpelling', field });
  if (!Object.hasOwn(json, 'statusCode')) spell('code');
  if (typeof own(json, 'statusCode') === 'string') spell('statusCode');
  if (typeof own(json, 'apiCode') === 'string') spell('apiCode');
  if (requestId !== undefined && !own(json, 'requestId')) spell('uniqueId');

  if ((own(json, 'apiCode') ?? undefined) === undefined) return findings;
  // Never its value: a server may repeat anything anywhere, also a person's number.
  if (statusCode === 200) findings.push({ kind: 'apiCodeOnSuccess' });
  else if (envelope.apiCode === undefined || !isKnownApiCode(envelope.apiCode)) {
    findings.push({ kind: 'apiCodeUnknown', statusCode });
  }
  return findings;
}

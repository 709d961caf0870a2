import type { Endpoint } from './endpoints.ts';
import { type Envelope, isObject } from './envelope.ts';
import { readPublicConfig } from './readPublicConfig.ts';

/** A success as the SDK hands it on, or nothing when its data has not the shape that the operation brings. */
export function readSuccess(
  answer: Endpoint['answer'],
  { message, requestId, data }: Envelope,
): object | undefined {
  const success = { statusCode: 200, message, ...(requestId !== undefined && { requestId }) };
  switch (answer) {
    case 'nothing':
      return success;
    case 'config':
      return isObject(data) ? { ...success, data: readPublicConfig(data) } : undefined;
    case 'object':
      return isObject(data) ? { ...success, data } : undefined;
    case 'list': {
      // Some samples print the only item bare (contract, section 6).
      const list = [data].flat();
      return list.every(isObject) ? { ...success, data: list } : undefined;
    }
    case 'bare':
      return undefined;
  }
}

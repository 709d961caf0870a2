import type { Refusal } from './refusals.ts';

/** What an operation makes of a call: data (or none), a bare object without envelope, or a refusal. */
export type Answer = { data?: unknown } | { bare: object } | Refusal;

export const done: Answer = {};
/** The data of replies that the contract calls IsSuccess (section 3). */
export const success: Answer = { data: { success: true } };

export function isRefusal(value: object): value is Refusal {
  return 'statusCode' in value;
}

/** The JSON of a reply. On success the message is empty, as clients of the real server expect (contract, 3.2). */
export function toJson(answer: Answer, lang: string, requestId: string): object {
  if ('bare' in answer) return answer.bare;
  if (!isRefusal(answer)) return { statusCode: 200, message: '', requestId, ...answer };
  const { en, zh, ...codes } = answer;
  return { ...codes, message: lang.startsWith('zh') ? zh : en, requestId };
}

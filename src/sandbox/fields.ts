import { badRequest, type Refusal } from './refusals.ts';

/** A JSON object as it came in: nothing about its fields is known. */
export type Fields = Record<string, unknown>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field that must be a non-empty string. */
export function readText(fields: Fields, name: string): string | Refusal {
  const value = fields[name];
  return typeof value === 'string' && value !== ''
    ? value
    : badRequest(`${name} must be a non-empty string`);
}

/** A field that must be an object. */
export function readFields(fields: Fields, name: string): { value: Fields } | Refusal {
  const value = fields[name];
  return isFields(value) ? { value } : badRequest(`${name} must be an object`);
}

export function isText(value: string | Refusal): value is string {
  return typeof value === 'string';
}
